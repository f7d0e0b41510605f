-- The records that were placed again as they were before.
select
    p.record_hash,
    p.record_no,
    p.citizen_hash,
    p.chain_hash,
    p.key_id,
    p.verified_id,
    p.old_id,
    p.name_folded_hash,
    p.birth_day,
    p.birth_year,
    p.has_other_face,
    p.other_name_folded_hash,
    p.other_birth_day,
    p.match_values
from known_placed_record as p
semi join scoped_record as s on s.record_hash = p.record_hash
