-- Who the citizens are, in numbers.
select
    c.citizen_hash,
    c.citizen_key,
    c.first_no,
    c.citizen_id,
    c.name_text_hash,
    c.name_hash,
    c.name_folded_hash,
    c.birth_day,
    c.gender,
    c.commune
from placed_citizen as c
