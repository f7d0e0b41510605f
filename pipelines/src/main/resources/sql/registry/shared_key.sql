-- Strong keys that several records hold.
select k.strong_key
from held_key as k
group by k.strong_key
having count(*) > 1
