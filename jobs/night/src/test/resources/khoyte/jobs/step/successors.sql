-- the records of who was known under another key
select record.ma_hssk
from citizen_key_successor as key
join health_record as record on key.successor_key = record.citizen_key
where key.citizen_key <> key.successor_key
order by record.ma_hssk
