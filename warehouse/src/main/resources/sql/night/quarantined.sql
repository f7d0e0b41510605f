-- what was kept back, whole files first; nights of older programs have no reason_values
select
  source,
  case when folder is null then file else folder || '/' || file end as shown_file,
  quarantine.*
from quarantine
order by line is not null, source, shown_file, line, record_number
limit ?
