-- both tables of 2022
select
    records.unit_code,
    records.managed,
    records.with_immunization,
    records.with_encounter,
    doses.cleaned
from mart_health_record_by_district as records
join mart_covid_cleaned_by_district as doses on records.unit_code = doses.unit_code
