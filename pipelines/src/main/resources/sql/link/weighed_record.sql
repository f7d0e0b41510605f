-- Records of pairs that are to be weighed, with their citizens.
with
    records as (
        select p.record_no
        from weighed_pair as p
        group by p.record_no
    ),

    known as (
        select
            p.record_hash,
            p.record_no,
            p.citizen_hash,
            p.verified_id,
            p.answer_no,
            p.is_answered
        from placed_record as p
        semi join records as r on r.record_no = p.record_no
        union all
        select
            p.record_hash,
            p.record_no,
            p.citizen_hash,
            p.verified_id,
            p.answer_no,
            p.is_answered
        from known_placed_record as p
        semi join records as r on r.record_no = p.record_no
        anti join scoped_record as s on s.record_hash = p.record_hash
    )

select
    k.record_hash,
    k.record_no,
    k.record_no >> 28 as file_id,
    cast((k.record_no) & (268435455) as int) as record_number,
    k.answer_no >> 28 as answer_file_id,
    cast((k.answer_no) & (268435455) as int) as answer_number,
    k.is_answered,
    k.verified_id,
    k.citizen_hash
from known as k
