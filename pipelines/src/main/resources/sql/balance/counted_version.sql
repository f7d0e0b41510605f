-- Their versions, with the fate of those that do not count.
select
    v.version_no,
    v.version_no >> 28 as file_id,
    v.kind,
    v.record_hash,
    v.content_hash,
    u.fate
from version as v
semi join changed_file as f on f.file_id = v.version_no >> 28
left join uncounted as u on u.version_no = v.version_no
