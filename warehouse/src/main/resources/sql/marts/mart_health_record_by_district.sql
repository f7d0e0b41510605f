-- Managed citizens, and those of them with a routine dose and with a visit up to the night's date.
with
    nights as (select as_of from night),

    citizens as (select * from citizen),

    doses as (select * from immunization),

    visits as (select * from encounter),

    units as (select * from reported_unit),

    find_immunized as (
        select distinct doses.citizen_key
        from doses
        inner join nights on doses.given_on <= nights.as_of
        where doses.link = 'resolved'
    ),

    find_visited as (
        select distinct visits.citizen_key
        from visits
        inner join nights on visits.admitted_at::date <= nights.as_of
        where visits.link = 'resolved'
    ),

    count_by_place as (
        select
            citizens.district_code,
            citizens.commune_code,
            count(*) as managed,
            count(find_immunized.citizen_key) as with_immunization,
            count(find_visited.citizen_key) as with_encounter
        from citizens
        left join find_immunized on citizens.citizen_key = find_immunized.citizen_key
        left join find_visited on citizens.citizen_key = find_visited.citizen_key
        where citizens.managed
        group by citizens.district_code, citizens.commune_code
    ),

    place_in_units as (
        select
            count_by_place.* exclude (district_code, commune_code),
            coalesce(districts.unit_code, communes.unit_code, '') as unit_code
        from count_by_place
        left join units as districts on count_by_place.district_code = districts.unit_code
        left join units as communes on count_by_place.commune_code = communes.unit_code
    )

select
    units.unit_code,
    units.unit_name,
    coalesce(sum(place_in_units.managed), 0)::bigint as managed,
    coalesce(sum(place_in_units.with_immunization), 0)::bigint as with_immunization,
    coalesce(sum(place_in_units.with_encounter), 0)::bigint as with_encounter
from units
left join place_in_units on units.unit_code = place_in_units.unit_code
group by units.unit_code, units.unit_name
order by units.unit_code = '', units.unit_code
