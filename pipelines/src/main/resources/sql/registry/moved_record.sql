-- Health records that are with another citizen than when the last night was published, under another key, or no more.
select
    b.ma_hssk,
    b.first_ma_hssk as first_before,
    b.citizen_key as key_before,
    a.first_ma_hssk as first_after,
    a.citizen_key as key_after
from record_before as b
left join record_after as a on a.ma_hssk = b.ma_hssk
where
    a.ma_hssk is null
    or a.first_ma_hssk <> b.first_ma_hssk
    or a.citizen_key <> b.citizen_key
