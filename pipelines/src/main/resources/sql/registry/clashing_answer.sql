-- Answers whose health record has another key with the same hash.
with
    pairs as (
        select
            r.record_no >> 28 as file_id,
            cast((r.record_no) & (268435455) as int) as record_number,
            r.answer_no >> 28 as answer_file_id,
            cast((r.answer_no) & (268435455) as int) as answer_number
        from answered_record as r
        where r.answer_no is not null
    )

select
    a.file_id,
    a.record_number
from pairs as p
inner join health_record_version as v on v.file_id = p.file_id and v.record_number = p.record_number
inner join population_answer_version as a
    on a.file_id = p.answer_file_id and a.record_number = p.answer_number
where a.ma_hssk <> v.ma_hssk
