-- Records that stations named as to whose events are, or are not.
select c.named_hash
from chosen_record as c
union
select r.named_hash
from refused_record as r
