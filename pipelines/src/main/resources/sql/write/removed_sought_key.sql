-- Keys of events that were linked again or are taken back, and have them no longer.
with
    kept as (
        select
            n.kind,
            n.event_hash,
            s.match_key
        from sought_key as s
        inner join nobodys_event as n on n.event_no = s.event_no
    )

select
    k.kind,
    k.event_hash,
    k.match_key
from known_sought_key as k
semi join scoped_event as s on s.kind = k.kind and s.record_hash = k.event_hash
anti join kept as n on n.kind = k.kind and n.event_hash = k.event_hash and n.match_key = k.match_key
