-- Pairs of citizens that changed, and are alike no longer.
with
    changed as (
        select
            p.ma_hssk,
            p.other_ma_hssk
        from known_review_pair as p
        semi join changed_hssk as c on c.ma_hssk = p.ma_hssk
        union
        select
            p.ma_hssk,
            p.other_ma_hssk
        from known_review_pair as p
        semi join changed_hssk as c on c.ma_hssk = p.other_ma_hssk
    ),

    alike as (
        select
            o.ma_hssk as one_hssk,
            p.ma_hssk as other_hssk
        from alike_pair as a
        inner join alike_record as o on o.citizen_hash = a.one_hash
        inner join alike_record as p on p.citizen_hash = a.other_hash
    )

select
    c.ma_hssk,
    c.other_ma_hssk
from changed as c
anti join alike as a
    on
        (a.one_hssk = c.ma_hssk and a.other_hssk = c.other_ma_hssk)
        or (a.one_hssk = c.other_ma_hssk and a.other_hssk = c.ma_hssk)
