-- Citizens as they are now with the name and birth date of one that changed.
with
    people as (
        select
            c.name_folded_hash,
            c.birth_day
        from changed_citizen as c
        group by c.name_folded_hash, c.birth_day
    )

select
    c.citizen_hash,
    c.first_no,
    c.name_folded_hash,
    c.birth_day,
    c.commune
from placed_citizen as c
semi join people as p on p.name_folded_hash = c.name_folded_hash and p.birth_day = c.birth_day
union all
select
    c.citizen_hash,
    c.first_no,
    c.name_folded_hash,
    c.birth_day,
    c.commune
from known_placed_citizen as c
semi join people as p on p.name_folded_hash = c.name_folded_hash and p.birth_day = c.birth_day
anti join placed_again as a on a.citizen_hash = c.citizen_hash
