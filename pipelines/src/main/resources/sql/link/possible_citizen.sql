-- Citizens whose the events may be.
select
    c.citizen_hash,
    c.citizen_key,
    c.citizen_id,
    c.name_hash,
    c.name_folded_hash,
    c.birth_day,
    c.gender,
    c.commune
from placed_citizen as c
union all
select
    m.citizen_hash,
    m.citizen_key,
    m.citizen_id,
    m.name_hash,
    m.name_folded_hash,
    m.birth_day,
    m.gender,
    m.commune
from met_citizen as m
