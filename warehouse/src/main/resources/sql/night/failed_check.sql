select
    name,
    expected,
    found
from check_result
where found is distinct from expected
order by name
limit 1
