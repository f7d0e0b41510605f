-- The pseudonyms of the citizens whose events they are.
with
    linked as (
        select l.citizen_hash
        from event_link as l
        where l.citizen_hash is not null
        group by l.citizen_hash
    ),

    matched as (
        select c.citizen_hash
        from candidate as c
        group by c.citizen_hash
    ),

    wanted as (
        select l.citizen_hash
        from linked as l
        union
        select m.citizen_hash
        from matched as m
    )

select
    c.citizen_hash,
    c.citizen_key,
    c.first_no
from placed_citizen as c
semi join wanted as w on w.citizen_hash = c.citizen_hash
union all
select
    c.citizen_hash,
    c.citizen_key,
    c.first_no
from known_placed_citizen as c
semi join wanted as w on w.citizen_hash = c.citizen_hash
anti join placed_again as p on p.citizen_hash = c.citizen_hash
