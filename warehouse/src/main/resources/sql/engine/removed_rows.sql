union all
select
    ${columns},
    ${run}::bigint,
    true
from (
    ${keys}
) as removed
