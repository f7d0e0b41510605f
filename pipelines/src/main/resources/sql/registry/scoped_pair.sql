-- Pairs of records about which stations decided that they are one person, or are not.
select
    d.one_hash,
    d.other_hash,
    d.are_same
from decided_pair as d
semi join answered_record as o on o.record_hash = d.one_hash
semi join answered_record as p on p.record_hash = d.other_hash
