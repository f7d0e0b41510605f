-- what was kept back, whole files first
select
  source,
  case when folder is null then file else folder || '/' || file end as file,
  line,
  "column",
  reason_vi
from quarantine
order by line is not null, source, file, line, record_number
limit ?
