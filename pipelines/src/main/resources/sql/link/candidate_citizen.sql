-- Citizens that the matcher found, with where their smallest records stand.
select
    c.citizen_hash,
    c.citizen_key,
    c.first_no >> 28 as file_id,
    cast((c.first_no) & (268435455) as int) as record_number
from linked_citizen as c
semi join candidate as m on m.citizen_hash = c.citizen_hash
