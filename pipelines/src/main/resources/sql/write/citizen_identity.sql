-- The registry: who a citizen is.
with
    numbered as (
        select
            c.citizen_hash,
            c.citizen_key,
            c.first_no,
            c.citizen_id,
            c.is_id_answered,
            c.is_name_answered,
            c.birth_day,
            c.birth_year,
            c.gender,
            c.commune,
            c.managed,
            c.undecided,
            p.record_hash,
            p.record_no >> 28 as file_id,
            cast((p.record_no) & (268435455) as int) as record_number,
            p.answer_no >> 28 as answer_file_id,
            cast((p.answer_no) & (268435455) as int) as answer_number
        from placed_citizen as c
        inner join named_by as p on p.citizen_hash = c.citizen_hash
    )

select
    n.citizen_key,
    n.first_no as citizen_no,
    coalesce(l.first_hssk, v.ma_hssk) as first_ma_hssk,
    lpad(cast(n.citizen_id as string), 12, '0') as citizen_id,
    case
        when n.citizen_id is null then null
        when n.is_id_answered then 'population'
        else 'health_record'
    end as id_source,
    case when n.is_name_answered then a.name_text else coalesce(t.name_text, v.name_text) end as name_text,
    case when n.is_name_answered then a.name else coalesce(t.name, v.name) end as name,
    case when n.is_name_answered then a.name_folded else coalesce(t.name_folded, v.name_folded) end as name_folded,
    date '1970-01-01' + n.birth_day as birth_date,
    n.birth_year,
    n.gender,
    u.unit as commune,
    n.managed,
    n.undecided
from numbered as n
inner join health_record_version as v on v.file_id = n.file_id and v.record_number = n.record_number
left join population_answer_version as a on a.file_id = n.answer_file_id and a.record_number = n.answer_number
left join placement as l on l.record_hash = n.record_hash
left join correction_value as t on t.kind = 0 and t.record_hash = n.record_hash
left join commune_place as u on u.commune = n.commune
