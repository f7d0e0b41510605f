-- Citizens of the nights before whose an event may be: by its keys, by name and birth date, by decision.
with
    met as (
        select m.citizen_hash
        from met_record as m
        union
        select c.citizen_hash
        from known_placed_citizen as c
        semi join event as e on e.name_folded_hash = c.name_folded_hash and e.birth_day = c.birth_day
    )

select
    c.citizen_hash,
    c.citizen_key,
    c.citizen_id,
    c.name_hash,
    c.name_folded_hash,
    c.birth_day,
    c.gender,
    c.commune
from known_placed_citizen as c
semi join met as m on m.citizen_hash = c.citizen_hash
anti join placed_again as p on p.citizen_hash = c.citizen_hash
