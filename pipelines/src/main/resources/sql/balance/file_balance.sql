-- What became of the staged rows of these files. An answer of the population database is resolved by the health record
-- it is about; without one it waits. A decision of a station is about a record that was listed, and counts as resolved.
with
    fates as (
        select
            v.file_id,
            v.kind,
            v.fate,
            case
                when v.fate is not null then null
                when v.kind = 0 or v.kind = 5 then 0
                when v.kind = 1 and r.record_hash is not null then 0
                when v.kind = 1 then 2
                else l.link
            end as link,
            c.version_no is not null as is_copy
        from counted_version as v
        left join current_record as r on r.record_hash = v.record_hash
        left join current_link as l on l.event_no = v.version_no
        left join copied_version as c on c.version_no = v.version_no
    )

select
    f.file_id,
    f.kind,
    count(*) as staged,
    count(case when f.fate = 'replaced' then 1 end) as replaced,
    count(case when f.fate = 'withdrawn' then 1 end) as withdrawn,
    count(case when f.link = 0 then 1 end) as resolved,
    count(case when f.link = 1 then 1 end) as undecided,
    count(case when f.link = 2 then 1 end) as nobody,
    count(case when f.is_copy then 1 end) as copies
from fates as f
group by f.file_id, f.kind
