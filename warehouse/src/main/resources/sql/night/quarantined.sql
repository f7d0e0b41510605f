-- lines kept back in some of the files; a night of an older program has no reason_values
select
  quarantine.*,
  case when folder is null then file else folder || '/' || file end as shown_file
from quarantine
where
  line is not null
  and file_id > ?
  and file_id <= ?
order by source, shown_file, line, record_number
limit ?
