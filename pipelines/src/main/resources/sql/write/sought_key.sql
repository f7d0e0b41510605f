-- Keys of the matcher of the events for which the rules found nobody.
select distinct
    n.kind,
    n.event_hash,
    s.match_key
from sought_key as s
inner join nobodys_event as n on n.event_no = s.event_no
