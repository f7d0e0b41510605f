-- Current health records with what decides whose they are, and whose they are.
with
    numbered as (
        select
            p.record_hash,
            p.record_no >> 28 as file_id,
            cast((p.record_no) & (268435455) as int) as record_number,
            p.answer_no >> 28 as answer_file_id,
            cast((p.answer_no) & (268435455) as int) as answer_number,
            p.is_answered,
            p.citizen_hash,
            p.first_no,
            p.verified_id,
            p.undecided,
            p.is_managed
        from placed_record as p
    ),

    joined as (
        select
            v.ma_hssk,
            v.file_id,
            v.record_number,
            v.line,
            case when v.file_date is null or cast(v.updated_at as date) <= v.file_date then v.updated_at end as updated_at,
            coalesce(c.citizen_id_text, v.citizen_id) as citizen_id,
            v.old_id,
            coalesce(c.name_text, v.name_text) as name_text,
            coalesce(c.name, v.name) as name,
            coalesce(c.name_folded, v.name_folded) as name_folded,
            coalesce(c.birth_date, v.birth_date) as birth_date,
            coalesce(c.birth_year, v.birth_year) as birth_year,
            coalesce(c.gender, v.gender) as gender,
            v.insurance_numbers,
            v.phone,
            v.commune,
            v.station_text,
            v.opened_on,
            coalesce(c.state, v.state) as state,
            a.answer,
            a.citizen_id as answer_id,
            case when n.is_answered then a.name_text end as answer_name_text,
            case when n.is_answered then a.name end as answer_name,
            case when n.is_answered then a.name_folded end as answer_name_folded,
            case when n.is_answered then a.birth_date end as answer_birth_date,
            case when n.is_answered then a.birth_year end as answer_birth_year,
            case when n.is_answered then a.gender end as answer_gender,
            n.is_answered,
            l.record_hash is not null as is_chained,
            l.chain_hssk as chain,
            n.first_no as citizen_no,
            coalesce(l.first_hssk, v.ma_hssk) as first_ma_hssk,
            s.citizen_key,
            n.undecided,
            n.is_managed,
            lpad(cast(l.verified_id as string), 12, '0') as chain_id
        from numbered as n
        inner join health_record_version as v on v.file_id = n.file_id and v.record_number = n.record_number
        inner join placed_citizen as s on s.citizen_hash = n.citizen_hash
        left join population_answer_version as a
            on a.file_id = n.answer_file_id and a.record_number = n.answer_number
        left join placement as l on l.record_hash = n.record_hash
        left join correction_value as c on c.kind = 0 and c.record_hash = n.record_hash
    ),

    keyed as (
        select
            j.ma_hssk,
            j.file_id,
            j.record_number,
            j.line,
            j.updated_at,
            j.citizen_id,
            j.old_id,
            j.name_text,
            j.name,
            j.name_folded,
            j.birth_date,
            j.birth_year,
            j.gender,
            j.insurance_numbers,
            j.phone,
            j.commune,
            j.station_text,
            j.opened_on,
            j.state,
            j.answer,
            j.answer_name_text,
            j.answer_name,
            j.answer_name_folded,
            j.answer_birth_date,
            j.answer_birth_year,
            j.answer_gender,
            j.is_answered,
            case
                when j.is_answered then coalesce(j.answer_id, j.citizen_id)
                when j.answer = 'KHONG_KHOP' and (j.answer_id is null or j.answer_id = j.citizen_id) then null
                else j.citizen_id
            end as key_id,
            j.is_chained,
            j.chain,
            j.citizen_no,
            j.first_ma_hssk,
            j.citizen_key,
            j.undecided,
            j.is_managed,
            j.chain_id
        from joined as j
    )

select
    k.ma_hssk,
    k.file_id,
    k.record_number,
    k.line,
    k.updated_at,
    k.citizen_id,
    k.old_id,
    k.name_text,
    k.name,
    k.name_folded,
    k.birth_date,
    k.birth_year,
    k.gender,
    k.insurance_numbers,
    k.phone,
    k.commune,
    k.station_text,
    k.opened_on,
    k.state,
    k.answer,
    k.answer_name_text,
    k.answer_name,
    k.answer_name_folded,
    k.answer_birth_date,
    k.answer_birth_year,
    k.answer_gender,
    k.is_answered,
    k.key_id,
    k.chain,
    k.citizen_no,
    k.first_ma_hssk,
    k.citizen_key,
    k.undecided,
    k.is_managed,
    case when k.is_chained then k.chain_id else k.key_id end as verified_id
from keyed as k
