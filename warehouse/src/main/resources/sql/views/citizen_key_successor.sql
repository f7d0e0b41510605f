-- One row per citizen key ever published and citizen who now holds health records that it held, over
-- all nights; one row with null if all of them were withdrawn. A key that never changed leads to
-- itself.
with
    health_records as (select ma_hssk, citizen_key from lake.health_record),

    list_held as (
        select citizen_key, ma_hssk from lake.citizen_key_move
        union
        select citizen_key, ma_hssk from health_records
    )

select distinct
    list_held.citizen_key,
    health_records.citizen_key as successor_key
from list_held
left join health_records on list_held.ma_hssk = health_records.ma_hssk
qualify
    health_records.citizen_key is not null
    or count(health_records.citizen_key) over (partition by list_held.citizen_key) = 0
