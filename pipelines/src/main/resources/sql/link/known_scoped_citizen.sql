-- Their citizens as they were before.
with
    citizens as (
        select r.citizen_hash
        from known_scoped_record as r
        group by r.citizen_hash
    )

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
from known_placed_citizen as c
semi join citizens as s on s.citizen_hash = c.citizen_hash
