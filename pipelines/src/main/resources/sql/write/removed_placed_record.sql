-- Health records that are no more.
select k.record_hash
from known_scoped_record as k
anti join placed_record as p on p.record_hash = k.record_hash
