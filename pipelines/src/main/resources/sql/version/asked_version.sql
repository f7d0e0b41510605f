-- All versions of these records.
select
    v.version_no,
    v.kind,
    v.record_hash,
    v.file_day,
    v.updated_at,
    v.withdrawn,
    v.content_hash
from version as v
semi join asked_record as a on a.kind = v.kind and a.record_hash = v.record_hash
