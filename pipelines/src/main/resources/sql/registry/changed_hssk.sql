-- The smallest records of citizens that changed.
with
    firsts as (
        select k.first_no
        from known_scoped_citizen as k
        semi join changed_citizen as c on c.citizen_hash = k.citizen_hash
        union
        select p.first_no
        from placed_citizen as p
        semi join changed_citizen as c on c.citizen_hash = p.citizen_hash
    )

select distinct v.ma_hssk
from (
    select
        f.first_no >> 28 as file_id,
        cast((f.first_no) & (268435455) as int) as record_number
    from firsts as f
) as n
inner join health_record_version as v on v.file_id = n.file_id and v.record_number = n.record_number
