-- Candidates of events that were linked again or are taken back, and are none any more.
with
    kept as (
        select
            k.source_table,
            k.record_key,
            c.citizen_key
        from candidate as m
        inner join candidate_key as k on k.event_no = m.event_no
        inner join candidate_citizen as c on c.citizen_hash = m.citizen_hash
    )

select
    c.source_table,
    c.record_key,
    c.citizen_key
from known_match_candidate as c
semi join matched_before_key as b on b.source_table = c.source_table and b.record_key = c.record_key
anti join kept as k
    on k.source_table = c.source_table and k.record_key = c.record_key and k.citizen_key = c.citizen_key
