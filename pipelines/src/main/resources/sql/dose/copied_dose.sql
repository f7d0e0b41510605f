-- Of doses of one citizen with the same vaccine and date all but the kept one: that with the fewest defects, then the
-- earliest update, then the smallest key.
with
    ordered as (
        select
            b.event_no,
            b.citizen_hash,
            b.vaccine,
            b.given_day,
            row_number() over (
                partition by b.citizen_hash, b.vaccine, b.given_day
                order by
                    b.many asc nulls first,
                    b.updated_at asc nulls first,
                    k.dose_key asc nulls first,
                    b.event_no asc nulls first
            ) as turn
        from broken_dose as b
        inner join same_dose_key as k on k.event_no = b.event_no
        where b.vaccine is not null
    )

select
    o.event_no,
    f.event_no as kept_no
from ordered as o
inner join ordered as f
    on f.citizen_hash = o.citizen_hash and f.vaccine = o.vaccine and f.given_day = o.given_day and f.turn = 1
where o.turn > 1
