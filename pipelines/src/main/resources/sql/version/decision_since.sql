-- About which records decisions came, whether they count or not.
select
    c.source_table,
    c.record_key,
    c.linked_hssk,
    c.candidates
from new_version as v
inner join correction_version as c
    on c.file_id = v.version_no >> 28 and c.record_number = (v.version_no) & (268435455)
where v.kind = 5
