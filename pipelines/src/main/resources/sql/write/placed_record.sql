-- Whose every health record is, in numbers.
select
    p.record_hash,
    p.record_no,
    p.citizen_hash,
    p.chain_hash,
    p.key_id,
    p.verified_id,
    p.old_id,
    p.birth_year,
    p.name_folded_hash,
    p.birth_day,
    p.has_other_face,
    p.other_name_folded_hash,
    p.other_birth_day,
    p.opened_day,
    p.answer_no,
    p.is_answered,
    e.record_hash is not null as is_exceptional,
    coalesce(e.match_values, p.match_hash) as match_values
from placed_record as p
left join exceptional_value as e on e.record_hash = p.record_hash
