-- Insurance numbers of the events for which the rules found nobody.
select
    n.event_no,
    i.insurance_number
from version_insurance as i
inner join nobodys_event as n on n.event_no = i.version_no
