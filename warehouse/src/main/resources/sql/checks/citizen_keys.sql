-- The last move of every health record ended under the key that holds it now.
with
    health_records as (select * from health_record),

    last_moves as (
        select ma_hssk, successor_key
        from lake.citizen_key_move
        qualify row_number() over (partition by ma_hssk order by run desc) = 1
    )

select
    'citizen_keys.followed' as name,
    count(*) as expected,
    count(health_records.ma_hssk) as found
from last_moves
left join health_records
    on
        last_moves.ma_hssk = health_records.ma_hssk
        and last_moves.successor_key = health_records.citizen_key
where last_moves.successor_key is not null
