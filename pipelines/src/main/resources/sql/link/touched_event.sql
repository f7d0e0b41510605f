-- Events that share a strong key, or name and birth date, with what changed in the registry; those that the matcher may
-- see otherwise; and those about which a decision stands or was taken back.
with
    people as (
        select
            c.name_folded_hash,
            c.birth_day
        from changed_citizen as c
        where c.name_folded_hash is not null and c.birth_day is not null
        group by c.name_folded_hash, c.birth_day
    ),

    insured as (
        select i.version_no
        from version_insurance as i
        semi join changed_key as k on k.strong_key = i.insurance_number
    )

select
    v.kind,
    v.record_hash
from version as v
semi join changed_key as k on k.strong_key = 1000000000000 + v.citizen_id
where v.kind >= 2 and v.kind <= 4
union
select
    v.kind,
    v.record_hash
from version as v
semi join changed_key as k on k.strong_key = 30000000000000 + v.old_id * 10000 + v.birth_year
where v.kind >= 2 and v.kind <= 4
union
select
    v.kind,
    v.record_hash
from version as v
semi join insured as i on i.version_no = v.version_no
where v.kind >= 2 and v.kind <= 4
union
select
    v.kind,
    v.record_hash
from version as v
semi join people as p on p.name_folded_hash = v.name_folded_hash and p.birth_day = v.birth_day
where v.kind >= 2 and v.kind <= 4
union
select
    m.kind,
    m.event_hash
from met_event as m
union
select
    d.kind,
    d.record_hash
from decided_event as d
