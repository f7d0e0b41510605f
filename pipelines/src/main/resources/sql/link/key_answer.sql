-- What the first key of an event that agrees with anybody says: one citizen, or more (null).
with
    first_keys as (
        select
            h.event_no,
            min(h.place) as place
        from agreeing_hit as h
        group by h.event_no
    )

select
    h.event_no,
    min(h.evidence) as evidence,
    case when min(h.citizen_hash) = max(h.citizen_hash) then min(h.citizen_hash) end as citizen_hash
from agreeing_hit as h
inner join first_keys as f on f.event_no = h.event_no and f.place = h.place
group by h.event_no
