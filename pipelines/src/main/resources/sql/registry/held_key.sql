-- The strong keys of health records: id, insurance numbers, old id with the birth year that must agree too. Each kind
-- has its own range of numbers.
select
    r.record_hash,
    1000000000000 + r.key_id as strong_key
from answered_record as r
where r.key_id is not null
union all
select
    r.record_hash,
    i.insurance_number
from version_insurance as i
inner join answered_record as r on r.record_no = i.version_no
union all
select
    r.record_hash,
    30000000000000 + r.old_id * 10000 + r.birth_year
from answered_record as r
where r.old_id is not null and r.birth_year is not null
