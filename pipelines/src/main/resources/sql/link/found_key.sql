-- Current health records that hold a key of these events. A key that many records hold is left out: it says little, and
-- costs most.
with
    keys as (
        select s.match_key
        from sought_key as s
        group by s.match_key
    ),

    held as (
        select
            k.match_key,
            k.version_no as record_no
        from version_match_key as k
        semi join keys as s on s.match_key = k.match_key
        anti join uncounted as u on u.version_no = k.version_no
        anti join exceptional_record as e on e.record_no = k.version_no
        anti join known_exception as e on e.record_no = k.version_no
        union all
        select
            k.match_key,
            k.record_no
        from placed_match_key as k
        semi join keys as s on s.match_key = k.match_key
        union all
        select
            k.match_key,
            k.record_no
        from known_placed_match_key as k
        semi join keys as s on s.match_key = k.match_key
        anti join scoped_record as p on p.record_hash = k.record_hash
    ),

    blocks as (
        select h.match_key
        from held as h
        cross join night as n
        group by h.match_key, n.largest_block
        having count(*) <= n.largest_block
    )

select
    h.match_key,
    h.record_no
from held as h
semi join blocks as b on b.match_key = h.match_key
