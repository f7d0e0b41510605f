-- Health records that another key holds since this night, or none.
select
    n.run,
    n.as_of,
    n.version,
    m.ma_hssk,
    m.citizen_key,
    m.successor_key,
    m.change,
    m.joined_by,
    m.parted_by
from key_move as m
cross join moving_night as n
