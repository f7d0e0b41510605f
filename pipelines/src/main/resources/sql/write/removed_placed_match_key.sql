-- Keys that they no longer have.
select
    k.record_hash,
    k.match_key
from known_placed_match_key as k
semi join scoped_record as s on s.record_hash = k.record_hash
anti join placed_match_key as p on p.record_hash = k.record_hash and p.match_key = k.match_key
