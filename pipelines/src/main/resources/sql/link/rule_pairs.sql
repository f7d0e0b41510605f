-- Pairs that each rule of the matcher brings together.
select
    s.rule,
    count(*) as pairs
from sought_key as s
inner join found_key as f on f.match_key = s.match_key
group by s.rule
