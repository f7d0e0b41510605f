-- Their values, with those of their answers.
select
    e.record_hash,
    e.record_no,
    e.is_answered,
    e.verified_id,
    v.name,
    v.name_folded,
    v.birth_date,
    v.birth_year,
    v.gender,
    v.phone,
    v.old_id,
    v.insurance_numbers,
    v.commune,
    a.name as answer_name,
    a.name_folded as answer_name_folded,
    a.birth_date as answer_birth_date,
    a.birth_year as answer_birth_year,
    a.gender as answer_gender
from exceptional_record as e
inner join health_record_version as v on v.file_id = e.file_id and v.record_number = e.record_number
left join population_answer_version as a on a.file_id = e.answer_file_id and a.record_number = e.answer_number
