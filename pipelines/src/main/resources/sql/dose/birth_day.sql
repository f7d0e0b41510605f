-- Birth dates that may be proposed.
select d.birth_day
from dose_citizen as d
where d.birth_day is not null
group by d.birth_day
