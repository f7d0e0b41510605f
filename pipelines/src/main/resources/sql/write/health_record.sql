-- Current health records for analysts.
with
    numbered as (
        select
            p.record_hash,
            p.record_no >> 28 as file_id,
            cast((p.record_no) & (268435455) as int) as record_number,
            p.answer_no >> 28 as answer_file_id,
            cast((p.answer_no) & (268435455) as int) as answer_number,
            p.citizen_hash,
            p.commune
        from placed_record as p
    )

select
    v.ma_hssk,
    c.citizen_key,
    'resolved' as link,
    'registry' as evidence,
    v.file_id,
    v.record_number,
    v.line,
    coalesce(t.state, v.state) as state,
    v.opened_on,
    case when v.file_date is null or cast(v.updated_at as date) <= v.file_date then v.updated_at end as updated_at,
    u.code as commune_code,
    v.station_text as station_code,
    a.answer as population_answer
from numbered as n
inner join health_record_version as v on v.file_id = n.file_id and v.record_number = n.record_number
inner join placed_citizen as c on c.citizen_hash = n.citizen_hash
left join population_answer_version as a on a.file_id = n.answer_file_id and a.record_number = n.answer_number
left join correction_value as t on t.kind = 0 and t.record_hash = n.record_hash
left join commune_place as u on u.commune = n.commune
