-- Versions that do not count.
select
    c.version_no >> 28 as file_id,
    cast((c.version_no) & (268435455) as int) as record_number,
    r.source_table,
    c.fate
from chosen_uncounted as c
inner join record_kind as r on r.kind = c.kind
