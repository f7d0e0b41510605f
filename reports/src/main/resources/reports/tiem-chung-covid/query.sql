select
  unit_code,
  unit_name,
  cleaned
from mart_covid_cleaned_by_district
order by
  unit_code = '',
  unit_name collate vi,
  unit_code
