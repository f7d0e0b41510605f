-- Cleaned COVID-19 doses as of the night's date, by the commune of the citizen, else of the dose.
with
    doses as (select * from covid_dose),

    units as (select * from reported_unit),

    count_by_place as (
        select
            doses.district_code,
            doses.commune_code,
            count(*) as cleaned
        from doses
        where doses.status = 'cleaned'
        group by doses.district_code, doses.commune_code
    ),

    place_in_units as (
        select
            count_by_place.cleaned,
            coalesce(districts.unit_code, communes.unit_code, '') as unit_code
        from count_by_place
        left join units as districts on count_by_place.district_code = districts.unit_code
        left join units as communes on count_by_place.commune_code = communes.unit_code
    )

select
    units.unit_code,
    units.unit_name,
    coalesce(sum(place_in_units.cleaned), 0)::bigint as cleaned
from units
left join place_in_units on units.unit_code = place_in_units.unit_code
group by units.unit_code, units.unit_name
order by units.unit_code = '', units.unit_code
