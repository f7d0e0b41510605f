-- Who holds them.
select
    k.strong_key,
    k.record_hash
from held_key as k
semi join shared_key as s on s.strong_key = k.strong_key
