-- The proposals that make doses clean, value by value, each beside what had arrived.
with
    cleaned as (
        select
            v.ma_mui_tiem,
            j.event_hash,
            j.bits,
            c.name_hash as citizen_name_hash,
            v.id_text,
            v.name_text,
            v.birth_date_text,
            v.gender_text,
            v.phone_text,
            v.commune_text,
            v.vaccine_text,
            v.dose_number_text,
            lpad(cast(c.citizen_id as string), 12, '0') as citizen_id,
            t.name_text as citizen_name_text,
            b.day as citizen_birth_date,
            case when c.gender = 1 then 'Nam' else 'Nữ' end as citizen_gender,
            v.phone,
            u.code as citizen_commune,
            v.vaccine,
            cast(j.final_number as string) as final_number
        from judged_dose as j
        inner join covid_dose_version as v on v.file_id = j.file_id and v.record_number = j.record_number
        inner join dose_citizen as c on c.citizen_hash = j.citizen_hash
        left join dose_citizen_name as t on t.citizen_hash = j.citizen_hash
        left join day_text as b on b.number = c.birth_day
        left join commune_place as u on u.commune = c.commune
        where j.status = 'cleaned'
    )

select
    c.ma_mui_tiem,
    c.event_hash,
    c.citizen_name_hash,
    f.field,
    f.rule,
    case f.field
        when 'id_text' then c.id_text
        when 'name_text' then c.name_text
        when 'birth_date_text' then c.birth_date_text
        when 'gender_text' then c.gender_text
        when 'phone_text' then c.phone_text
        when 'commune_text' then c.commune_text
        when 'vaccine_text' then c.vaccine_text
        when 'dose_number_text' then c.dose_number_text
    end as original,
    case f.field
        when 'id_text' then c.citizen_id
        when 'name_text' then c.citizen_name_text
        when 'birth_date_text' then c.citizen_birth_date
        when 'gender_text' then c.citizen_gender
        when 'phone_text' then c.phone
        when 'commune_text' then c.citizen_commune
        when 'vaccine_text' then c.vaccine
        when 'dose_number_text' then c.final_number
    end as repaired
from cleaned as c
cross join repaired_field as f
where ((c.bits) & (f.bit)) <> 0 and ((c.bits) & (f.unless_bit)) = 0
