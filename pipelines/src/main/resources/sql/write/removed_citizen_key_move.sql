-- Nothing: the table grows only.
select
    n.run,
    m.ma_hssk
from key_move as m
cross join moving_night as n
where m.ma_hssk is null
