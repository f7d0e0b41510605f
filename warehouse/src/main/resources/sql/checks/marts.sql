-- The totals of the marts are those of the records themselves.
with
    health_records as (select * from mart_health_record_by_district),

    covid_doses as (select * from mart_covid_cleaned_by_district),

    nights as (select as_of from night),

    managed_citizens as (
        select distinct health_record.citizen_key
        from health_record
        inner join nights on health_record.opened_on <= nights.as_of
        where health_record.state = 1
    ),

    count_immunized as (
        select count(distinct immunization.citizen_key) as total
        from immunization
        inner join nights on immunization.given_on <= nights.as_of
        semi join managed_citizens on immunization.citizen_key = managed_citizens.citizen_key
        where immunization.link = 'resolved'
    ),

    count_visited as (
        select count(distinct encounter.citizen_key) as total
        from encounter
        inner join nights on encounter.admitted_at < nights.as_of + interval 1 day
        semi join managed_citizens on encounter.citizen_key = managed_citizens.citizen_key
        where encounter.link = 'resolved'
    )

select
    'marts.managed' as name,
    (select count(*) from managed_citizens) as expected,
    (select sum(managed) from health_records)::bigint as found
union all
select
    'marts.with_immunization' as name,
    (select total from count_immunized) as expected,
    (select sum(with_immunization) from health_records)::bigint as found
union all
select
    'marts.with_encounter' as name,
    (select total from count_visited) as expected,
    (select sum(with_encounter) from health_records)::bigint as found
union all
select
    'marts.covid_cleaned' as name,
    (select count(*) from covid_dose where status = 'cleaned') as expected,
    (select sum(cleaned) from covid_doses)::bigint as found
