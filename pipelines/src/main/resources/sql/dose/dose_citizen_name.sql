-- The names of their citizens as they are written.
select
    d.citizen_hash,
    c.name_text
from dose_citizen as d
inner join citizen_name as c on c.citizen_key = d.citizen_key
