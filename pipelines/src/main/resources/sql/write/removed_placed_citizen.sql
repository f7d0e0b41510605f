-- Citizens that are no more.
select k.citizen_hash
from known_scoped_citizen as k
anti join placed_citizen as c on c.citizen_hash = k.citizen_hash
