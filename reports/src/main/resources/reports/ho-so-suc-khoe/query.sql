select
  unit_code,
  unit_name,
  managed,
  with_immunization,
  with_encounter
from mart_health_record_by_district
order by
  unit_code = '',
  managed desc,
  unit_code
