-- Landed files of whose records something may have become other than before: they came, or were placed or linked again.
select v.version_no >> 28 as file_id
from new_version as v
union
select v.version_no >> 28
from scoped_version as v
union
select v.version_no >> 28
from scoped_event as v
union
select v.version_no >> 28
from version as v
semi join new_version as n on n.kind = v.kind and n.record_hash = v.record_hash
where v.kind = 5
