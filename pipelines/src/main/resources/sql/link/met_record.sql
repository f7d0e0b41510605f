-- Records of the nights before that hold a tried key, or that a station named; those that were placed again are known.
with
    keys as (
        select t.strong_key
        from tried_key as t
        group by t.strong_key
    ),

    insured as (
        select i.version_no
        from version_insurance as i
        semi join keys as k on k.strong_key = i.insurance_number
    ),

    met as (
        select p.record_hash
        from known_placed_record as p
        semi join keys as k on k.strong_key = 1000000000000 + p.key_id
        union
        select p.record_hash
        from known_placed_record as p
        semi join keys as k on k.strong_key = 30000000000000 + p.old_id * 10000 + p.birth_year
        union
        select p.record_hash
        from known_placed_record as p
        semi join insured as i on i.version_no = p.record_no
        union
        select d.named_hash
        from named_record as d
    )

select
    p.record_hash,
    p.record_no,
    p.citizen_hash,
    p.key_id,
    p.old_id,
    p.birth_year,
    p.name_folded_hash,
    p.birth_day,
    p.has_other_face,
    p.other_name_folded_hash,
    p.other_birth_day
from known_placed_record as p
semi join met as m on m.record_hash = p.record_hash
anti join scoped_record as s on s.record_hash = p.record_hash
