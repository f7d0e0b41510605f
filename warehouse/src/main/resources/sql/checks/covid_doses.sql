-- Every current dose is clean, cleaned, to verify or a duplicate of one that is kept.
with
    doses as (select * from covid_dose),

    kept_doses as (select ma_mui_tiem from doses where status <> 'duplicate')

select
    'covid_doses.status' as name,
    count(*) as expected,
    count(*) filter (where status in ('clean', 'cleaned', 'to_verify', 'duplicate')) as found
from doses
union all
select
    'covid_doses.duplicate_of' as name,
    count(*) as expected,
    count(kept_doses.ma_mui_tiem) as found
from doses
left join kept_doses on doses.duplicate_of = kept_doses.ma_mui_tiem
where doses.status = 'duplicate'
union all
select
    'covid_doses.clean_without_defect' as name,
    0 as expected,
    count(*) as found
from doses
where (status = 'clean') and len(defects) > 0
