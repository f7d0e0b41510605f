-- Routine doses that are taken back.
select v.ma_doi_tuong
from immunization_version as v
inner join withdrawn_event as w on w.file_id = v.file_id and w.record_number = v.record_number
where w.kind = 3
