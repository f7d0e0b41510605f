-- Current health records, with the values that stations corrected. An update later than the file counts as earliest.
select
    v.version_no as record_no,
    v.record_hash,
    case
        when v.file_day is null or v.updated_at < (cast(v.file_day as bigint) + 1) * 86400000000 then v.updated_at
    end as updated_at,
    v.citizen_id as own_id,
    coalesce(c.citizen_id, v.citizen_id) as citizen_id,
    v.old_id,
    coalesce(c.name_text_hash, v.name_text_hash) as name_text_hash,
    coalesce(c.name_hash, v.name_hash) as name_hash,
    coalesce(c.name_folded_hash, v.name_folded_hash) as name_folded_hash,
    coalesce(c.birth_day, v.birth_day) as birth_day,
    coalesce(c.birth_year, v.birth_year) as birth_year,
    coalesce(c.gender, v.gender) as gender,
    v.commune,
    v.happened_on as opened_day,
    coalesce(c.state, v.state) as state,
    v.match_hash,
    c.record_hash is not null as is_corrected
from scoped_version as v
anti join uncounted as u on u.version_no = v.version_no
left join correction_value as c on c.kind = v.kind and c.record_hash = v.record_hash
where v.kind = 0
