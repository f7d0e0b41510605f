-- Every citizen stands on a health record, and every resolved record on a citizen.
with
    citizens as (select * from citizen),

    health_records as (select * from health_record),

    nights as (select as_of from night),

    list_links as (
        select 'health_record' as name, citizen_key, link from health_records
        union all
        select 'encounter', citizen_key, link from encounter
        union all
        select 'immunization', citizen_key, link from immunization
        union all
        select 'covid_dose', citizen_key, link from covid_dose
    ),

    count_managed as (
        select count(distinct health_records.citizen_key) as total
        from health_records
        inner join nights on health_records.opened_on <= nights.as_of
        where health_records.state = 1
    )

select
    'citizens.with_health_record' as name,
    (select count(*) from citizens) as expected,
    (
        select count(*)
        from citizens
        semi join health_records on citizens.citizen_key = health_records.citizen_key
    ) as found
union all
select
    'citizens.managed' as name,
    (select total from count_managed) as expected,
    (select count(*) from citizens where managed) as found
union all
select
    'citizens.of_' || list_links.name as name,
    count(*) as expected,
    count(citizens.citizen_key) as found
from list_links
left join citizens on list_links.citizen_key = citizens.citizen_key
where list_links.link = 'resolved' or list_links.citizen_key is not null
group by list_links.name
