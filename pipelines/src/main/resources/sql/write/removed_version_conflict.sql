-- Records that were listed so and are no longer.
select
    c.source_table,
    c.record_key
from known_version_conflict as c
inner join record_kind as r on r.source_table = c.source_table
semi join decided_key as k on k.kind = r.kind and k.record_key = c.record_key
anti join conflict_key as n on n.kind = r.kind and n.record_key = c.record_key
