-- Records that the matcher sees otherwise than before, or whose citizen is another one.
with
    sides as (
        select
            k.record_hash,
            k.record_no,
            k.citizen_hash,
            k.match_values,
            0 as side
        from known_scoped_record as k
        union all
        select
            p.record_hash,
            p.record_no,
            p.citizen_hash,
            coalesce(e.match_values, p.match_hash),
            1
        from placed_record as p
        left join exceptional_value as e on e.record_hash = p.record_hash
    )

select
    s.record_hash,
    min(s.record_no) as record_no
from sides as s
group by s.record_hash, s.citizen_hash, s.match_values
having min(s.side) = max(s.side)
