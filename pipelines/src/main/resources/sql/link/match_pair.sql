-- Events and records that share a key, each pair once.
select distinct
    s.event_no,
    f.record_no
from sought_key as s
inner join found_key as f on f.match_key = s.match_key
