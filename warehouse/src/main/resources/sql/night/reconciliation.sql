from mart_reconciliation
order by position, split_part(unit_code, '/', 1), not is_group, unit_code
