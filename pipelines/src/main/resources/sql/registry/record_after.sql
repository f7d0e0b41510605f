-- The same records and those of the citizens whose they are now, as they are.
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

    records as (
        select p.record_no
        from placed_record as p
        semi join citizens as c on c.citizen_hash = p.citizen_hash
        union
        select p.record_no
        from placed_record as p
        inner join known_scoped_record as k on k.record_hash = p.record_hash
        semi join citizens as c on c.citizen_hash = k.citizen_hash
    ),

    numbers as (
        select
            r.record_no >> 28 as file_id,
            cast((r.record_no) & (268435455) as int) as record_number
        from records as r
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
from now_registered_record as r
inner join numbers as n on n.file_id = r.file_id and n.record_number = r.record_number
