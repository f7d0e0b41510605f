-- Current answers of the population database; what they say of a person counts if it matches.
select
    v.version_no as answer_no,
    v.record_hash,
    v.answer,
    v.citizen_id,
    case when v.answer = 1 then v.name_text_hash end as name_text_hash,
    case when v.answer = 1 then v.name_hash end as name_hash,
    case when v.answer = 1 then v.name_folded_hash end as name_folded_hash,
    case when v.answer = 1 then v.birth_day end as birth_day,
    case when v.answer = 1 then v.birth_year end as birth_year,
    case when v.answer = 1 then v.gender end as gender
from scoped_version as v
anti join uncounted as u on u.version_no = v.version_no
where v.kind = 1
