-- Health records that are no more.
with
    gone as (
        select
            k.record_no >> 28 as file_id,
            cast((k.record_no) & (268435455) as int) as record_number
        from known_scoped_record as k
        anti join placed_record as p on p.record_hash = k.record_hash
    )

select v.ma_hssk
from health_record_version as v
inner join gone as g on g.file_id = v.file_id and g.record_number = v.record_number
