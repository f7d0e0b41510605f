-- Citizens whose records moved, then and now.
select m.first_before as first_ma_hssk
from moved_record as m
where m.first_after is null or m.first_after <> m.first_before
union
select m.first_after
from moved_record as m
where m.first_after <> m.first_before
