-- Records of which a version came, or about which a station decided since.
select
    v.kind,
    v.record_hash
from new_version as v
semi join chosen_kind as k on k.kind = v.kind
union
select
    d.kind,
    d.record_hash
from decided_record as d
semi join chosen_kind as k on k.kind = d.kind
