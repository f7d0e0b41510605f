-- Citizens that came, went or have another value, under the names and birth dates that they had and have.
with
    sides as (
        select
            k.citizen_hash,
            k.citizen_key,
            k.citizen_id,
            k.name_text_hash,
            k.name_hash,
            k.name_folded_hash,
            k.birth_day,
            k.gender,
            k.commune,
            0 as side
        from known_scoped_citizen as k
        union all
        select
            c.citizen_hash,
            c.citizen_key,
            c.citizen_id,
            c.name_text_hash,
            c.name_hash,
            c.name_folded_hash,
            c.birth_day,
            c.gender,
            c.commune,
            1
        from placed_citizen as c
    )

select
    s.citizen_hash,
    s.name_folded_hash,
    s.birth_day
from sides as s
group by
    s.citizen_hash,
    s.citizen_key,
    s.citizen_id,
    s.name_text_hash,
    s.name_hash,
    s.name_folded_hash,
    s.birth_day,
    s.gender,
    s.commune
having min(s.side) = max(s.side)
