-- All versions of the events to be linked: of which one came, and that what changed in the registry touches.
with
    events as (
        select
            v.kind,
            v.record_hash
        from new_version as v
        where v.kind >= 2 and v.kind <= 4
        union
        select
            t.kind,
            t.record_hash
        from touched_event as t
    )

select
    v.version_no,
    v.kind,
    v.record_hash,
    v.citizen_id,
    v.written_id,
    v.old_id,
    v.name_folded_hash,
    v.birth_day,
    v.birth_year,
    v.commune,
    v.happened_on
from version as v
semi join events as e on e.kind = v.kind and e.record_hash = v.record_hash
where v.kind >= 2 and v.kind <= 4
