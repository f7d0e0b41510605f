-- Health records of which a version, an answer or a decision came, and those that the date makes managed or not.
select v.record_hash
from new_version as v
where v.kind = 0 or v.kind = 1
union
select d.record_hash
from decided_health_record as d
union
select p.record_hash
from known_placed_record as p
cross join night as n
where p.opened_day > n.earlier_day and p.opened_day <= n.later_day
