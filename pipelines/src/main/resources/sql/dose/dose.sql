-- Doses as they arrived, beside their citizens. An update later than the file counts as earliest.
select
    d.event_no,
    d.event_hash,
    d.citizen_hash,
    d.link,
    d.evidence,
    v.written_id,
    v.name_hash,
    v.birth_day,
    v.gender,
    v.happened_on as given_day,
    v.vaccine,
    v.dose_number,
    v.defects,
    case
        when v.file_day is null or v.updated_at < (cast(v.file_day as bigint) + 1) * 86400000000 then v.updated_at
    end as updated_at,
    c.citizen_id as citizen_id,
    c.name_hash as citizen_name,
    c.birth_day as citizen_birth_day,
    c.gender as citizen_gender,
    c.commune as citizen_commune,
    k.record_hash is not null as is_kept
from dose_link as d
inner join version as v on v.version_no = d.event_no
left join dose_citizen as c on c.citizen_hash = d.citizen_hash
left join kept_dose as k on k.record_hash = d.event_hash
where v.kind = 4
