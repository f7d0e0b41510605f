-- Records between whose versions there is something to choose: they came several times, are taken back, or were not all
-- counted before.
select
    v.kind,
    v.record_hash
from asked_version as v
semi join chosen_kind as k on k.kind = v.kind
group by v.kind, v.record_hash
having count(*) > 1 or max(case when v.withdrawn then 1 else 0 end) = 1
union
select
    c.kind,
    c.record_hash
from copied_record as c
semi join chosen_kind as k on k.kind = c.kind
union
select
    v.kind,
    v.record_hash
from asked_version as v
semi join chosen_kind as k on k.kind = v.kind
semi join known_uncounted as u on u.version_no = v.version_no
