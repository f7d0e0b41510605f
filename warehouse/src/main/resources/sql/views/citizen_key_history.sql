-- One row per night, citizen key that lost health records in it, and key that holds them since (null:
-- they were withdrawn). For whom a key stands now, see citizen_key_successor.
select
    as_of,
    version,
    citizen_key,
    successor_key,
    change,
    joined_by,
    parted_by,
    count(*) as health_records
from lake.citizen_key_move
group by all
