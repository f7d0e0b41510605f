-- Their records as they were.
select
    r.ma_hssk,
    r.first_ma_hssk,
    r.citizen_key,
    r.key_id,
    r.insurance_numbers,
    r.old_id,
    r.birth_year,
    r.name_folded,
    r.birth_date,
    r.is_answered,
    r.answer_name_folded,
    r.answer_birth_date,
    r.undecided
from record_before as r
semi join concerned_citizen as c on c.first_ma_hssk = r.first_ma_hssk
