-- Keys of those that content alone chose.
select
    w.kind,
    k.record_key
from wanted_key as w
inner join record_key as k on k.version_no = w.version_no
inner join decided_version as d on d.version_no = w.version_no
where d.contents > 1
