-- Citizens that are no more.
select k.citizen_key
from known_scoped_citizen as k
anti join placed_citizen as c on c.citizen_key = k.citizen_key
