-- Events with what their keys say, and how far the citizen they point to has the event's own values.
select
    e.event_no,
    e.kind,
    e.event_hash,
    e.given_id,
    e.name_folded_hash,
    e.birth_day,
    e.commune,
    e.given_day,
    a.event_no is not null as has_key,
    a.evidence,
    a.citizen_hash as key_citizen,
    coalesce(c.name_folded_hash = e.name_folded_hash, false) as is_name_equal,
    coalesce(
        c.name_folded_hash = e.name_folded_hash and c.birth_day = e.birth_day and s.commune is not null, false
    ) as is_all_equal
from event as e
left join key_answer as a on a.event_no = e.event_no
left join possible_citizen as c on c.citizen_hash = a.citizen_hash
left join same_commune as s on s.commune = e.commune and s.same = c.commune
