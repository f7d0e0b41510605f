-- The keys by which it finds them, or found them.
select k.match_key
from version_match_key as k
semi join changed_match_record as c on c.record_no = k.version_no
union
select k.match_key
from known_placed_match_key as k
semi join changed_match_record as c on c.record_hash = k.record_hash
union
select k.match_key
from placed_match_key as k
semi join changed_match_record as c on c.record_hash = k.record_hash
