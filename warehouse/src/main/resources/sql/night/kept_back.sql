-- What is kept back of a sender in the files that this night is the first to know.
select
  quarantine.file,
  quarantine.line,
  quarantine."column",
  quarantine.reason_vi
from quarantine
inner join file on quarantine.file_id = file.file_id
where
  file.is_new
  and quarantine.source = ?
  and quarantine.folder is not distinct from ?
order by
  quarantine.line is not null,
  quarantine.file,
  quarantine.line,
  quarantine.file_id,
  quarantine.record_number
limit ?
