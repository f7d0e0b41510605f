-- Strong keys that lead to other people than before, or to people who are other than before.
with
    holdings as (
        select
            k.strong_key,
            r.record_hash,
            r.citizen_hash,
            r.name_folded_hash,
            r.birth_day,
            r.has_other_face,
            r.other_name_folded_hash,
            r.other_birth_day,
            0 as side
        from known_held_key as k
        inner join known_scoped_record as r on r.record_hash = k.record_hash
        union all
        select
            k.strong_key,
            r.record_hash,
            r.citizen_hash,
            r.name_folded_hash,
            r.birth_day,
            r.has_other_face,
            r.other_name_folded_hash,
            r.other_birth_day,
            1
        from held_key as k
        inner join placed_record as r on r.record_hash = k.record_hash
    ),

    one_sided as (
        select h.strong_key
        from holdings as h
        group by
            h.strong_key,
            h.record_hash,
            h.citizen_hash,
            h.name_folded_hash,
            h.birth_day,
            h.has_other_face,
            h.other_name_folded_hash,
            h.other_birth_day
        having min(h.side) = max(h.side)
    )

select o.strong_key
from one_sided as o
union
select h.strong_key
from holdings as h
semi join changed_citizen as c on c.citizen_hash = h.citizen_hash
