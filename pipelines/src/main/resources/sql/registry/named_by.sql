-- From which of his records the name of a citizen is; where none has one, from his smallest.
select
    c.citizen_hash,
    p.record_hash,
    p.record_no,
    p.answer_no
from unnamed_citizen as c
inner join placed_record as p on p.record_hash = coalesce(c.name_record, c.citizen_hash)
