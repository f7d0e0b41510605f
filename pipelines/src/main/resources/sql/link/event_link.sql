-- Whose events are: by the rules, else by the matcher.
with
    matched as (
        select
            c.event_no,
            max(case when c.decision = 'match' then c.citizen_hash end) as citizen_hash
        from candidate as c
        group by c.event_no
    )

select
    l.kind,
    l.event_hash,
    l.event_no,
    l.given_day,
    coalesce(m.citizen_hash, l.citizen_hash) as citizen_hash,
    case
        when m.citizen_hash is not null then 0
        when m.event_no is not null then 1
        else l.link
    end as link,
    case when m.event_no is not null then 7 else l.evidence end as evidence
from ruled_link as l
left join matched as m on m.event_no = l.event_no
