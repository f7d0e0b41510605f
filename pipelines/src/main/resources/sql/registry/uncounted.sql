-- Versions that do not count.
select
    u.file_id * 268435456 + u.record_number as version_no,
    u.fate
from uncounted_version as u
