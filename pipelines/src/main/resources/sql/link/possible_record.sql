-- Records whose citizens the events may be of.
select
    p.record_hash,
    p.record_no,
    p.citizen_hash,
    p.key_id,
    p.old_id,
    p.birth_year,
    p.name_folded_hash,
    p.birth_day,
    p.has_other_face,
    p.other_name_folded_hash,
    p.other_birth_day
from placed_record as p
union all
select
    m.record_hash,
    m.record_no,
    m.citizen_hash,
    m.key_id,
    m.old_id,
    m.birth_year,
    m.name_folded_hash,
    m.birth_day,
    m.has_other_face,
    m.other_name_folded_hash,
    m.other_birth_day
from met_record as m
