-- Versions that do not count.
select u.file_id * 268435456 + u.record_number as version_no
from uncounted_version as u
