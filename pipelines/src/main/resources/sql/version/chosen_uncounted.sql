-- Of these the versions that do not count: replaced by the greatest, or the greatest that takes its record back.
select
    d.version_no,
    d.kind,
    case when d.is_greatest then 'withdrawn' else 'replaced' end as fate
from decided_version as d
where not d.is_greatest or d.withdrawn
