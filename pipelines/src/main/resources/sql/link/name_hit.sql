-- Whom name, birth date and commune find for the events that their keys leave open.
select
    k.event_no,
    c.citizen_hash,
    c.citizen_id
from key_link as k
inner join possible_citizen as c on c.name_folded_hash = k.name_folded_hash and c.birth_day = k.birth_day
inner join same_commune as s on s.commune = k.commune and s.same = c.commune
anti join refused_citizen as r on r.event_no = k.event_no and r.citizen_hash = c.citizen_hash
where not k.has_key or (k.key_citizen is not null and not k.is_all_equal)
