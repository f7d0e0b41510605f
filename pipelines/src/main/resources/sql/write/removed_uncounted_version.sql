-- Versions that count again.
select
    c.version_no >> 28 as file_id,
    cast((c.version_no) & (268435455) as int) as record_number
from counting_again as c
