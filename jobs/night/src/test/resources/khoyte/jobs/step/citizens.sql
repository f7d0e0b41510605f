-- every citizen under his smallest MA_HSSK
with
    owners as (
        select citizen_key, min(ma_hssk) as first_ma_hssk
        from health_record
        group by citizen_key
    )

select
    coalesce(owners.first_ma_hssk, citizen.citizen_key) as first_ma_hssk,
    citizen.commune_code,
    citizen.district_code,
    citizen.managed,
    citizen.undecided,
    citizen.managed and citizen.citizen_key in (
        select immunization.citizen_key
        from immunization, night
        where immunization.link = 'resolved' and immunization.given_on <= night.as_of
    ) as with_immunization,
    citizen.managed and citizen.citizen_key in (
        select encounter.citizen_key
        from encounter, night
        where encounter.link = 'resolved' and encounter.admitted_at::date <= night.as_of
    ) as with_encounter
from citizen
left join owners on citizen.citizen_key = owners.citizen_key
