-- What was repaired, with the night that repaired first, and the returned list that confirmed it.
with
    confirmed as (
        select
            r.ma_mui_tiem,
            r.field,
            max(c.confirmed_by) as confirmed_by
        from repair as r
        inner join confirmation as c
            on
                c.record_hash = r.event_hash
                and c.field = r.field
                and (c.repaired = r.repaired or c.name_hash = r.citizen_name_hash)
        group by r.ma_mui_tiem, r.field
    )

select
    r.ma_mui_tiem,
    r.field,
    r.original,
    r.repaired,
    r.rule,
    coalesce(k.night, n.as_of_text) as night,
    c.confirmed_by
from repair as r
cross join night as n
left join known_repair as k
    on
        k.ma_mui_tiem = r.ma_mui_tiem
        and k.field = r.field
        and k.original is not distinct from r.original
        and k.repaired = r.repaired
        and k.rule = r.rule
left join confirmed as c on c.ma_mui_tiem = r.ma_mui_tiem and c.field = r.field
