-- what became of the keys, under the smallest records that made them
select
    history.as_of,
    history.version,
    count(*) as keys,
    any_value(history.change) as change,
    any_value(history.joined_by) as joined_by,
    any_value(history.parted_by) as parted_by,
    sum(history.health_records)::bigint as health_records
from citizen_key_history as history
group by history.as_of, history.version
order by history.as_of, history.version
