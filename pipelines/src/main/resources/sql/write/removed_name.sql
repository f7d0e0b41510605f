-- Nothing: the table grows only.
select n.name_folded_hash
from new_name as n
where n.name_folded is null
