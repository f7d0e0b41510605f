-- Events for which the rules found nobody.
select
    l.event_no,
    l.event_no >> 28 as file_id,
    cast((l.event_no) & (268435455) as int) as record_number,
    l.kind,
    l.event_hash,
    e.given_id
from ruled_link as l
inner join event as e on e.event_no = l.event_no
where l.link = 2
