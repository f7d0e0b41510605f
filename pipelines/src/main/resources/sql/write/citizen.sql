-- The same citizens for analysts.
select
    c.citizen_key,
    c.birth_year,
    c.gender,
    u.code as commune_code,
    u.district as district_code,
    u.province as province_code,
    c.managed,
    c.undecided,
    case
        when c.citizen_id is null then null
        when c.is_id_answered then 'population'
        else 'health_record'
    end as id_source
from placed_citizen as c
left join commune_place as u on u.commune = c.commune
