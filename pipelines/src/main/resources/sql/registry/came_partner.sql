-- Records that a decision joins with one that came, or keeps apart from it.
select d.other_hash as record_hash
from decided_pair as d
semi join came_record as c on c.record_hash = d.one_hash
union
select d.one_hash
from decided_pair as d
semi join came_record as c on c.record_hash = d.other_hash
