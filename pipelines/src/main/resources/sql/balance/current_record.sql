-- Health records as they are now.
select p.record_hash
from placed_record as p
union all
select k.record_hash
from known_placed_record as k
anti join scoped_record as s on s.record_hash = k.record_hash
