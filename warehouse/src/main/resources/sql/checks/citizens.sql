-- Every citizen stands on a health record, and every resolved record on a citizen.
with
    nights as (select as_of from night),

    -- Health records are counted by citizen first: they are most of all rows.
    list_links as (
        select
            'health_record' as name,
            citizen_key,
            count(*) as records,
            coalesce(bool_or(state = 1 and opened_on <= (select as_of from nights)), false) as managed
        from health_record
        where link = 'resolved' or citizen_key is not null
        group by citizen_key
        union all
        select 'encounter', citizen_key, 1, false
        from encounter
        where link = 'resolved' or citizen_key is not null
        union all
        select 'immunization', citizen_key, 1, false
        from immunization
        where link = 'resolved' or citizen_key is not null
        union all
        select 'covid_dose', citizen_key, 1, false
        from covid_dose
        where link = 'resolved' or citizen_key is not null
    ),

    count_links as (
        select
            list_links.name,
            sum(list_links.records)::bigint as records,
            coalesce(sum(list_links.records) filter (where citizen.citizen_key is not null), 0)::bigint
                as of_citizens,
            count(citizen.citizen_key) as citizens,
            count(*) filter (where list_links.managed) as managed
        from list_links
        left join citizen on list_links.citizen_key = citizen.citizen_key
        group by list_links.name
    ),

    count_health_records as (
        select
            coalesce(max(citizens), 0) as citizens,
            coalesce(max(managed), 0) as managed
        from count_links
        where name = 'health_record'
    )

select
    'citizens.with_health_record' as name,
    (select count(*) from citizen) as expected,
    citizens as found
from count_health_records
union all
select
    'citizens.managed' as name,
    managed as expected,
    (select count(*) from citizen where managed) as found
from count_health_records
union all
select
    'citizens.of_' || name as name,
    records as expected,
    of_citizens as found
from count_links
