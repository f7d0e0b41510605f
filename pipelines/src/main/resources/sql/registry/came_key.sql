-- Strong keys that they hold or held, by whatever version, answer or correction.
with
    ids as (
        select v.citizen_id
        from came_version as v
        where v.citizen_id is not null
        union all
        select c.citizen_id
        from correction_value as c
        semi join came_record as r on r.record_hash = c.record_hash
        where c.kind = 0 and c.citizen_id is not null
        union all
        select p.key_id
        from known_placed_record as p
        semi join came_record as r on r.record_hash = p.record_hash
        where p.key_id is not null
    ),

    years as (
        select
            v.record_hash,
            v.birth_year
        from came_version as v
        where v.kind = 0
        union all
        select
            c.record_hash,
            c.birth_year
        from correction_value as c
        where c.kind = 0
    ),

    numbers as (
        select i.insurance_number
        from version_insurance as i
        semi join came_version as v on v.version_no = i.version_no
    )

select 1000000000000 + i.citizen_id as strong_key
from ids as i
union
select 30000000000000 + v.old_id * 10000 + y.birth_year
from came_version as v
inner join years as y on y.record_hash = v.record_hash
where v.kind = 0 and v.old_id is not null and y.birth_year is not null
union
select n.insurance_number
from numbers as n
