-- Current events, with the values that stations corrected.
select
    v.version_no as event_no,
    v.kind,
    v.record_hash as event_hash,
    coalesce(c.citizen_id, v.written_id, v.citizen_id) as given_id,
    coalesce(c.citizen_id, v.citizen_id) as citizen_id,
    v.old_id,
    coalesce(c.name_folded_hash, v.name_folded_hash) as name_folded_hash,
    coalesce(c.birth_day, v.birth_day) as birth_day,
    coalesce(c.birth_year, v.birth_year) as birth_year,
    v.commune,
    case when v.kind = 4 then v.happened_on end as given_day
from scoped_event as v
anti join uncounted as u on u.version_no = v.version_no
left join correction_value as c on c.kind = v.kind and c.record_hash = v.record_hash
where v.kind >= 2 and v.kind <= 4
