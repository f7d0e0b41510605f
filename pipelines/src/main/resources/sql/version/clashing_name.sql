-- Hashes that two different names have.
select n.name_folded_hash
from new_name as n
where n.name_folded <> n.last_name_folded
union
select n.name_folded_hash
from new_name as n
inner join known_name as k on k.name_folded_hash = n.name_folded_hash
where k.name_folded <> n.name_folded
