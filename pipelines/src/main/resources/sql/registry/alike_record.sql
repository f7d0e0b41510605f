-- The smallest records of these, and of citizens that changed, then and now.
with
    citizens as (
        select a.one_hash as citizen_hash
        from alike_pair as a
        union
        select a.other_hash
        from alike_pair as a
    ),

    numbers as (
        select
            c.citizen_hash,
            c.first_no
        from alike_citizen as c
        semi join citizens as s on s.citizen_hash = c.citizen_hash
    )

select
    n.citizen_hash,
    v.ma_hssk
from (
    select
        m.citizen_hash,
        m.first_no >> 28 as file_id,
        cast((m.first_no) & (268435455) as int) as record_number
    from numbers as m
) as n
inner join health_record_version as v on v.file_id = n.file_id and v.record_number = n.record_number
