-- what was kept back
select
    source,
    case when folder is null then file else folder || '/' || file end as file,
    line,
    "column",
    reason,
    reason_vi
from quarantine
order by source, file, line nulls first, record_number
