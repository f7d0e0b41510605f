-- Versions whose record keys are to be listed: of those that content alone chose, and of records that may have been
-- listed so before.
select
    d.version_no,
    d.version_no >> 28 as file_id,
    cast((d.version_no) & (268435455) as int) as record_number,
    d.kind
from decided_version as d
inner join record_kind as r on r.kind = d.kind
left join listed_kind as l on l.source_table = r.source_table
where d.is_greatest and (d.contents > 1 or l.source_table is not null)
