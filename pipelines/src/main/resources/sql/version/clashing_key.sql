-- Hashes that two different record keys have.
with
    compared as (
        select
            c.kind,
            c.record_hash,
            c.version_no >> 28 as file_id,
            cast((c.version_no) & (268435455) as int) as record_number
        from compared_version as c
    ),

    keys as (
        select
            c.kind,
            c.record_hash,
            v.ma_hssk as record_key
        from compared as c
        inner join health_record_version as v on v.file_id = c.file_id and v.record_number = c.record_number
        where c.kind = 0
        union all
        select
            c.kind,
            c.record_hash,
            v.ma_hssk
        from compared as c
        inner join population_answer_version as v on v.file_id = c.file_id and v.record_number = c.record_number
        where c.kind = 1
        union all
        select
            c.kind,
            c.record_hash,
            v.facility_code || '/' || v.ma_lk
        from compared as c
        inner join encounter_version as v on v.file_id = c.file_id and v.record_number = c.record_number
        where c.kind = 2
        union all
        select
            c.kind,
            c.record_hash,
            v.ma_doi_tuong
        from compared as c
        inner join immunization_version as v on v.file_id = c.file_id and v.record_number = c.record_number
        where c.kind = 3
        union all
        select
            c.kind,
            c.record_hash,
            v.ma_mui_tiem
        from compared as c
        inner join covid_dose_version as v on v.file_id = c.file_id and v.record_number = c.record_number
        where c.kind = 4
    )

select
    k.kind,
    k.record_hash
from keys as k
group by k.kind, k.record_hash
having min(k.record_key) <> max(k.record_key)
