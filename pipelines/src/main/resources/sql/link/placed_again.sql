-- Citizens as they were whose records were placed again.
select r.citizen_hash
from known_scoped_record as r
group by r.citizen_hash
