-- Decisions of stations that count, but for those that say nothing. An update later than the file counts as earliest.
select
    c.source_table,
    c.record_key,
    c.list,
    c.decision,
    c.citizen_id,
    c.name_text,
    c.name,
    c.name_folded,
    c.birth_date,
    c.birth_year,
    c.gender,
    c.linked_hssk,
    c.candidates,
    c.chosen_hssk,
    c.confirmed,
    c.unit_code,
    c.listed_night,
    case
        when v.file_day is null or v.updated_at < (cast(v.file_day as bigint) + 1) * 86400000000 then v.updated_at
    end as updated_at,
    v.file_day,
    v.content_hash
from version as v
anti join uncounted as u on u.version_no = v.version_no
inner join correction_version as c
    on c.file_id = v.version_no >> 28 and c.record_number = (v.version_no) & (268435455)
where v.kind = 5
