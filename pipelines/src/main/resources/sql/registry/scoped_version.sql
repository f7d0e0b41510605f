-- Their versions, and those of the answers about them.
select
    v.version_no,
    v.kind,
    v.record_hash,
    v.file_day,
    v.updated_at,
    v.citizen_id,
    v.old_id,
    v.name_text_hash,
    v.name_hash,
    v.name_folded_hash,
    v.birth_day,
    v.birth_year,
    v.gender,
    v.commune,
    v.happened_on,
    v.state,
    v.answer,
    v.match_hash,
    v.citizen_key
from version as v
semi join scoped_record as s on s.record_hash = v.record_hash
where v.kind = 0 or v.kind = 1
