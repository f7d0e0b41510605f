-- Doses to be judged: those that were linked, and those known of the same citizens or of a date that counts otherwise.
with
    others as (
        select
            k.event_no,
            k.event_hash,
            k.citizen_hash,
            k.link,
            k.evidence
        from known_event_link as k
        semi join judged_again as j on j.citizen_hash = k.citizen_hash
        where k.kind = 4
        union
        select
            k.event_no,
            k.event_hash,
            k.citizen_hash,
            k.link,
            k.evidence
        from known_event_link as k
        cross join night as n
        where k.kind = 4 and k.given_day > n.earlier_day and k.given_day <= n.later_day
    )

select
    l.event_no,
    l.event_hash,
    l.citizen_hash,
    l.link,
    l.evidence
from event_link as l
where l.kind = 4
union all
select
    o.event_no,
    o.event_hash,
    o.citizen_hash,
    o.link,
    o.evidence
from others as o
anti join scoped_event as s on s.kind = 4 and s.record_hash = o.event_hash
