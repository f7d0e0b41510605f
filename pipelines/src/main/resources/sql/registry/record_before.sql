-- Records whose citizen is another one than before, or none, and all records of these citizens, as they were.
with
    citizens as (
        select k.citizen_hash
        from known_scoped_record as k
        left join placed_record as p on p.record_hash = k.record_hash
        where p.record_hash is null or p.citizen_hash <> k.citizen_hash
        union
        select p.citizen_hash
        from known_scoped_record as k
        inner join placed_record as p on p.record_hash = k.record_hash
        where p.citizen_hash <> k.citizen_hash
    ),

    numbers as (
        select
            k.record_no >> 28 as file_id,
            cast((k.record_no) & (268435455) as int) as record_number
        from known_scoped_record as k
        semi join citizens as c on c.citizen_hash = k.citizen_hash
    )

select
    r.ma_hssk,
    r.first_ma_hssk,
    r.citizen_key,
    r.key_id,
    r.insurance_numbers,
    r.old_id,
    r.birth_year,
    r.name_folded,
    r.birth_date,
    r.is_answered,
    r.answer_name_folded,
    r.answer_birth_date,
    r.undecided
from known_registered_record as r
inner join numbers as n on n.file_id = r.file_id and n.record_number = r.record_number
