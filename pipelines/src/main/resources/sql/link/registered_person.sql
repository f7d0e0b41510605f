-- Health records as the matcher compares them by their own values.
select
    r.citizen_no as record_hash,
    r.file_id * 268435456 + r.record_number as record_no,
    false as is_answered,
    cast(r.verified_id as bigint) as verified_id,
    r.name,
    r.name_folded,
    r.birth_date,
    r.birth_year,
    r.gender,
    r.phone,
    r.old_id,
    r.insurance_numbers,
    r.commune,
    r.answer_name,
    r.answer_name_folded,
    r.answer_birth_date,
    r.answer_birth_year,
    r.answer_gender
from registered_record as r
