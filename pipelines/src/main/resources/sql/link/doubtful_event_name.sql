-- Folded names of their events.
with
    names as (
        select
            d.event_no,
            v.name_folded
        from encounter_version as v
        inner join doubtful_hit as d on d.file_id = v.file_id and d.record_number = v.record_number
        union all
        select
            d.event_no,
            v.name_folded
        from immunization_version as v
        inner join doubtful_hit as d on d.file_id = v.file_id and d.record_number = v.record_number
        union all
        select
            d.event_no,
            v.name_folded
        from covid_dose_version as v
        inner join doubtful_hit as d on d.file_id = v.file_id and d.record_number = v.record_number
    )

select
    n.event_no,
    max(coalesce(c.name_folded, n.name_folded)) as name_folded
from names as n
inner join event as e on e.event_no = n.event_no
left join correction_value as c on c.kind = e.kind and c.record_hash = e.event_hash
group by n.event_no
