-- Citizens with one folded name, birth date and commune.
with
    people as (
        select
            c.name_folded_hash,
            c.birth_day
        from alike_citizen as c
        where c.name_folded_hash is not null and c.birth_day is not null
        group by c.name_folded_hash, c.birth_day
        having count(*) > 1
    ),

    several as (
        select
            c.citizen_hash,
            c.name_folded_hash,
            c.birth_day,
            c.commune
        from alike_citizen as c
        semi join people as p on p.name_folded_hash = c.name_folded_hash and p.birth_day = c.birth_day
    )

select
    o.citizen_hash as one_hash,
    p.citizen_hash as other_hash
from several as o
inner join several as p on p.name_folded_hash = o.name_folded_hash and p.birth_day = o.birth_day
inner join same_commune as s on s.commune = o.commune and s.same = p.commune
where o.citizen_hash < p.citizen_hash
