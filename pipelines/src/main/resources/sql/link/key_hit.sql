-- Whom the keys of events point to, as far as name or birth date is equal: a key that agrees with neither is mistyped.
-- Names that are not equal may still be close.
with
    faces as (
        select
            r.record_hash,
            r.record_no,
            r.citizen_hash,
            0 as face,
            r.name_folded_hash,
            r.birth_day
        from possible_record as r
        union all
        select
            r.record_hash,
            r.record_no,
            r.citizen_hash,
            1,
            r.other_name_folded_hash,
            r.other_birth_day
        from possible_record as r
        where r.has_other_face
    )

select
    t.event_no,
    t.place,
    t.evidence,
    f.record_hash,
    f.face,
    f.citizen_hash,
    coalesce(t.name_folded_hash = f.name_folded_hash, false) as is_name_equal
from tried_key as t
inner join possible_key as k on k.strong_key = t.strong_key
inner join faces as f on f.record_hash = k.record_hash
where t.name_folded_hash = f.name_folded_hash or t.birth_day = f.birth_day
