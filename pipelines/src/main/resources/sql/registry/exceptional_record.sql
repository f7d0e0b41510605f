-- Records that the matcher does not see by their own values alone: a matching answer says otherwise, a station corrected
-- them, or the id of the citizen is not the record's.
select
    p.record_hash,
    p.record_no,
    p.record_no >> 28 as file_id,
    cast((p.record_no) & (268435455) as int) as record_number,
    p.answer_no >> 28 as answer_file_id,
    cast((p.answer_no) & (268435455) as int) as answer_number,
    p.is_answered,
    p.verified_id
from placed_record as p
where
    p.is_corrected
    or p.verified_id is distinct from p.own_id
    or (
        p.is_answered
        and (
            coalesce(p.answer_name_hash, p.name_hash) is distinct from p.name_hash
            or coalesce(p.answer_name_folded_hash, p.name_folded_hash) is distinct from p.name_folded_hash
            or coalesce(p.answer_birth_day, p.birth_day) is distinct from p.birth_day
            or coalesce(p.answer_birth_year, p.birth_year) is distinct from p.birth_year
            or coalesce(p.answer_gender, p.gender) is distinct from p.gender
        )
    )
