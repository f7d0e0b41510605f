-- Health records with what was answered about them. The id that counts for a record, its key_id, is that of a matching
-- answer, else its own, unless the answer refused that very id. A record may be recognised under its own name and birth
-- date, and under those of a matching answer where they differ; what the answer leaves empty is the record's.
with
    joined as (
        select
            r.record_no,
            r.record_hash,
            r.updated_at,
            r.own_id,
            r.citizen_id,
            r.old_id,
            r.name_text_hash,
            r.name_hash,
            r.name_folded_hash,
            r.birth_day,
            r.birth_year,
            r.gender,
            r.commune,
            r.opened_day,
            r.state,
            r.match_hash,
            r.is_corrected,
            a.answer_no,
            a.answer,
            coalesce(a.answer = 1, false) as is_answered,
            a.citizen_id as answer_id,
            a.name_text_hash as answer_name_text_hash,
            a.name_hash as answer_name_hash,
            a.name_folded_hash as answer_name_folded_hash,
            a.birth_day as answer_birth_day,
            a.birth_year as answer_birth_year,
            a.gender as answer_gender,
            coalesce(a.name_folded_hash, r.name_folded_hash) as other_name_folded_hash,
            coalesce(a.birth_day, r.birth_day) as other_birth_day
        from record as r
        left join answer as a on a.record_hash = r.record_hash
    )

select
    j.record_no,
    j.record_hash,
    j.updated_at,
    j.own_id,
    case
        when j.is_answered then coalesce(j.answer_id, j.citizen_id)
        when j.answer = 2 and (j.answer_id is null or j.answer_id = j.citizen_id) then null
        else j.citizen_id
    end as key_id,
    j.old_id,
    j.name_text_hash,
    j.name_hash,
    j.name_folded_hash,
    j.birth_day,
    j.birth_year,
    j.gender,
    j.commune,
    j.opened_day,
    j.state,
    j.match_hash,
    j.is_corrected,
    j.answer_no,
    j.is_answered,
    j.answer_name_text_hash,
    j.answer_name_hash,
    j.answer_name_folded_hash,
    j.answer_birth_day,
    j.answer_birth_year,
    j.answer_gender,
    j.is_answered
    and not (
        j.other_name_folded_hash is not distinct from j.name_folded_hash
        and j.other_birth_day is not distinct from j.birth_day
    ) as has_other_face,
    j.other_name_folded_hash,
    j.other_birth_day
from joined as j
