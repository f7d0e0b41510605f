-- Their keys and folded names, with those of the answers about them and those that stations corrected.
select
    m.record_no,
    m.record_hash,
    m.updated_at,
    m.key_id,
    m.birth_day,
    m.has_other_face,
    m.other_birth_day,
    v.ma_hssk,
    coalesce(c.name_folded, v.name_folded) as name_folded,
    a.name_folded as answer_name_folded
from member as m
inner join health_record_version as v on v.file_id = m.file_id and v.record_number = m.record_number
left join correction_value as c on c.kind = 0 and c.record_hash = m.record_hash
left join population_answer_version as a on a.file_id = m.answer_file_id and a.record_number = m.answer_number
