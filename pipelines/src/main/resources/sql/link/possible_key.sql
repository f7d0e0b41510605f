-- The strong keys that they hold.
select
    k.strong_key,
    k.record_hash
from held_key as k
union all
select
    1000000000000 + r.key_id,
    r.record_hash
from met_record as r
where r.key_id is not null
union all
select
    i.insurance_number,
    r.record_hash
from version_insurance as i
inner join met_record as r on r.record_no = i.version_no
union all
select
    30000000000000 + r.old_id * 10000 + r.birth_year,
    r.record_hash
from met_record as r
where r.old_id is not null and r.birth_year is not null
