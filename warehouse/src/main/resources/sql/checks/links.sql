-- Every current record is resolved, undecided or nobody's, as the balance says.
with
    balances as (select * from balance where resolved is not null),

    list_links as (
        select link from health_record
        union all
        select link from encounter
        union all
        select link from immunization
        union all
        select link from covid_dose
    )

select
    'links.current' as name,
    (select coalesce(sum(current), 0) from balances)::bigint as expected,
    (select count(*) from list_links) as found
union all
select
    'links.resolved' as name,
    (select coalesce(sum(resolved), 0) from balances)::bigint as expected,
    (select count(*) from list_links where link = 'resolved') as found
union all
select
    'links.undecided' as name,
    (select coalesce(sum(undecided), 0) from balances)::bigint as expected,
    (select count(*) from list_links where link = 'undecided') as found
union all
select
    'links.nobody' as name,
    (select coalesce(sum(nobody), 0) from balances)::bigint as expected,
    (select count(*) from list_links where link = 'nobody') as found
