-- Folded names of the versions that came, by their hashes.
with
    names as (
        select
            v.name_folded_hash,
            w.name_folded
        from new_version as v
        inner join health_record_version as w
            on w.file_id = v.version_no >> 28 and w.record_number = (v.version_no) & (268435455)
        where v.kind = 0
        union all
        select
            v.name_folded_hash,
            w.name_folded
        from new_version as v
        inner join population_answer_version as w
            on w.file_id = v.version_no >> 28 and w.record_number = (v.version_no) & (268435455)
        where v.kind = 1
        union all
        select
            v.name_folded_hash,
            w.name_folded
        from new_version as v
        inner join encounter_version as w
            on w.file_id = v.version_no >> 28 and w.record_number = (v.version_no) & (268435455)
        where v.kind = 2
        union all
        select
            v.name_folded_hash,
            w.name_folded
        from new_version as v
        inner join immunization_version as w
            on w.file_id = v.version_no >> 28 and w.record_number = (v.version_no) & (268435455)
        where v.kind = 3
        union all
        select
            v.name_folded_hash,
            w.name_folded
        from new_version as v
        inner join covid_dose_version as w
            on w.file_id = v.version_no >> 28 and w.record_number = (v.version_no) & (268435455)
        where v.kind = 4
        union all
        select
            v.name_folded_hash,
            w.name_folded
        from new_version as v
        inner join correction_version as w
            on w.file_id = v.version_no >> 28 and w.record_number = (v.version_no) & (268435455)
        where v.kind = 5
    )

select
    n.name_folded_hash,
    min(n.name_folded) as name_folded,
    max(n.name_folded) as last_name_folded
from names as n
where n.name_folded_hash is not null
group by n.name_folded_hash
