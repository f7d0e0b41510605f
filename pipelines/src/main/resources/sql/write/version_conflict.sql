-- Records whose current version was chosen by content alone; also where it takes the record back.
select
    r.source_table,
    k.record_key,
    cast(d.contents as int) as contents
from decided_version as d
inner join record_key as k on k.version_no = d.version_no
inner join record_kind as r on r.kind = d.kind
where d.is_greatest and d.contents > 1
