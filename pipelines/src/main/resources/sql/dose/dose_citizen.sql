-- Their citizens.
with
    wanted as (
        select d.citizen_hash
        from dose_link as d
        where d.citizen_hash is not null
        group by d.citizen_hash
    )

select
    c.citizen_hash,
    c.citizen_key,
    c.citizen_id,
    c.name_hash,
    c.birth_day,
    c.gender,
    c.commune
from placed_citizen as c
semi join wanted as w on w.citizen_hash = c.citizen_hash
union all
select
    c.citizen_hash,
    c.citizen_key,
    c.citizen_id,
    c.name_hash,
    c.birth_day,
    c.gender,
    c.commune
from known_placed_citizen as c
semi join wanted as w on w.citizen_hash = c.citizen_hash
anti join placed_again as p on p.citizen_hash = c.citizen_hash
