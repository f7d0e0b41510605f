-- Doses without a date: whether their unit is known hangs on the night's.
select
    d.event_no,
    d.event_no >> 28 as file_id,
    cast((d.event_no) & (268435455) as int) as record_number
from dose as d
where d.given_day is null
