-- Doses of one citizen of one day with one vaccine.
with
    groups as (
        select
            b.citizen_hash,
            b.given_day,
            b.vaccine
        from broken_dose as b
        where not b.verify_first
        group by b.citizen_hash, b.given_day, b.vaccine
        having count(*) > 1
    )

select
    b.event_no,
    b.event_no >> 28 as file_id,
    cast((b.event_no) & (268435455) as int) as record_number
from broken_dose as b
inner join groups as g
    on
        g.citizen_hash = b.citizen_hash
        and g.given_day = b.given_day
        and g.vaccine is not distinct from b.vaccine
where not b.verify_first
