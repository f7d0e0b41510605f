-- Records that may be in a chain, with where their texts stand.
with
    members as (
        select h.record_hash
        from holder as h
        union
        select p.one_hash
        from scoped_pair as p
        union
        select p.other_hash
        from scoped_pair as p
    )

select
    r.record_no,
    r.record_no >> 28 as file_id,
    cast((r.record_no) & (268435455) as int) as record_number,
    r.record_hash,
    r.updated_at,
    r.key_id,
    r.birth_day,
    r.answer_no,
    r.answer_no >> 28 as answer_file_id,
    cast((r.answer_no) & (268435455) as int) as answer_number,
    r.has_other_face,
    r.other_birth_day
from answered_record as r
semi join members as m on m.record_hash = r.record_hash
