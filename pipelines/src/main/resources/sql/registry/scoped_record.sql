-- Records to be placed again: those that came, and those that hang together with them, then or now. No other chain can
-- be different.
with
    chains as (
        select h.chain_hash
        from known_holder as h
        where h.chain_hash is not null
    )

select c.record_hash
from came_record as c
union
select h.record_hash
from known_holder as h
union
select p.record_hash
from known_placed_record as p
semi join chains as c on c.chain_hash = p.chain_hash
