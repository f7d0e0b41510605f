-- Folded names that no night knew before.
select
    n.name_folded_hash,
    n.name_folded
from new_name as n
anti join known_name as k on k.name_folded_hash = n.name_folded_hash
