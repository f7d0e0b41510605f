-- Versions that did not count when the night began.
select
    u.file_id * 268435456 + u.record_number as version_no,
    u.fate
from known_uncounted_version as u
