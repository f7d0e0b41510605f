-- Versions between which only their content can choose.
select
    c.version_no,
    c.kind
from compared_version as c
where c.is_tied and c.contents > 1
