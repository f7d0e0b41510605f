-- Citizens whose doses are to be judged: of whom a dose was linked, lost, or, by the date, counts or no longer does; and
-- those with another value.
select l.citizen_hash
from event_link as l
where l.kind = 4 and l.citizen_hash is not null
union
select k.citizen_hash
from known_event_link as k
semi join scoped_event as s on s.kind = k.kind and s.record_hash = k.event_hash
where k.kind = 4 and k.citizen_hash is not null
union
select k.citizen_hash
from known_event_link as k
cross join night as n
where k.kind = 4 and k.citizen_hash is not null and k.given_day > n.earlier_day and k.given_day <= n.later_day
union
select c.citizen_hash
from changed_citizen as c
