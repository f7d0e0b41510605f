-- Replaced versions that say what the current version of their record says.
with
    replaced as (
        select
            c.version_no,
            c.kind,
            c.record_hash,
            c.content_hash
        from counted_version as c
        where c.fate = 'replaced' and c.kind <= 4
    ),

    counting as (
        select
            v.kind,
            v.record_hash,
            v.content_hash
        from version as v
        semi join replaced as r on r.kind = v.kind and r.record_hash = v.record_hash
        anti join uncounted as u on u.version_no = v.version_no
    )

select r.version_no
from replaced as r
semi join counting as c
    on c.kind = r.kind and c.record_hash = r.record_hash and c.content_hash = r.content_hash
