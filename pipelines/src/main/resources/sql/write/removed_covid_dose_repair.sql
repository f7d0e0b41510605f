-- What is repaired no longer.
select
    k.ma_mui_tiem,
    k.field
from known_repair as k
anti join repair as r on r.ma_mui_tiem = k.ma_mui_tiem and r.field = k.field
