-- The strong keys that they held.
select
    r.record_hash,
    1000000000000 + r.key_id as strong_key
from known_scoped_record as r
where r.key_id is not null
union all
select
    r.record_hash,
    i.insurance_number
from version_insurance as i
inner join known_scoped_record as r on r.record_no = i.version_no
union all
select
    r.record_hash,
    30000000000000 + r.old_id * 10000 + r.birth_year
from known_scoped_record as r
where r.old_id is not null and r.birth_year is not null
