-- All versions of them and of the answers about them.
select
    v.version_no,
    v.kind,
    v.record_hash,
    v.citizen_id,
    v.old_id,
    v.birth_year
from version as v
semi join came_record as c on c.record_hash = v.record_hash
where v.kind = 0 or v.kind = 1
