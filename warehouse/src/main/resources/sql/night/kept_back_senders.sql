-- Senders of which something is kept back in the files that this night is the first to know.
select distinct
  quarantine.source,
  quarantine.folder
from quarantine
inner join file on quarantine.file_id = file.file_id
where file.is_new
order by quarantine.source, quarantine.folder
