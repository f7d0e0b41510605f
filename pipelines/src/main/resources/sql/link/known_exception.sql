-- Records of the nights before that the matcher does not see by their own values alone.
select p.record_no
from known_placed_record as p
anti join scoped_record as s on s.record_hash = p.record_hash
where p.is_exceptional
