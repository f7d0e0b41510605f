-- The strong keys of events, with what must agree, in the order in which they are tried: id, insurance numbers, old id. The kind of a key is
-- the number of its evidence.
select
    e.event_no,
    0 as place,
    0 as evidence,
    1000000000000 + e.citizen_id as strong_key,
    e.name_folded_hash,
    e.birth_day
from event as e
where e.citizen_id is not null
union all
select
    e.event_no,
    least(i.place, 30),
    1,
    i.insurance_number,
    e.name_folded_hash,
    e.birth_day
from version_insurance as i
inner join event as e on e.event_no = i.version_no
union all
select
    e.event_no,
    31,
    2,
    30000000000000 + e.old_id * 10000 + e.birth_year,
    e.name_folded_hash,
    e.birth_day
from event as e
where e.old_id is not null and e.birth_year is not null
