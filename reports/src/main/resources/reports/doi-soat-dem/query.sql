select
  unit_code,
  unit_name,
  is_group,
  announced,
  announced_state,
  read,
  kept_back,
  received,
  resolved,
  unresolved,
  duplicate,
  replaced,
  difference
from mart_reconciliation
order by
  position,
  split_part(unit_code, '/', 1),
  not is_group,
  unit_code
