-- Records of the nights before that hold one of these keys, with their chains.
with
    insured as (
        select i.version_no
        from version_insurance as i
        semi join came_key as k on k.strong_key = i.insurance_number
    )

select
    p.record_hash,
    p.chain_hash
from known_placed_record as p
semi join came_key as k on k.strong_key = 1000000000000 + p.key_id
union
select
    p.record_hash,
    p.chain_hash
from known_placed_record as p
semi join came_key as k on k.strong_key = 30000000000000 + p.old_id * 10000 + p.birth_year
union
select
    p.record_hash,
    p.chain_hash
from known_placed_record as p
semi join insured as i on i.version_no = p.record_no
union
select
    p.record_hash,
    p.chain_hash
from known_placed_record as p
semi join came_record as c on c.record_hash = p.record_hash
union
select
    p.record_hash,
    p.chain_hash
from known_placed_record as p
semi join came_partner as d on d.record_hash = p.record_hash
