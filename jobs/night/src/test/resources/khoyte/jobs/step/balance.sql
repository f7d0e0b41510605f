-- every source with what is lost on its way
select
    source,
    arrived,
    arrived - staged - quarantined as lost_reading,
    staged - current - replaced - withdrawn as lost_choosing,
    coalesce(current - resolved - undecided - nobody, 0) as lost_resolving
from balance
