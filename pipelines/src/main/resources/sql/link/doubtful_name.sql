-- Doubtful hits with the folded names of both sides. The name of a matching answer is its own, or the record's.
with
    answers as (
        select
            v.record_hash,
            max(a.name_folded) as name_folded
        from version as v
        semi join doubtful_hit as d on d.record_hash = v.record_hash
        anti join uncounted as u on u.version_no = v.version_no
        inner join population_answer_version as a
            on a.file_id = v.version_no >> 28 and a.record_number = (v.version_no) & (268435455)
        where v.kind = 1 and v.answer = 1
        group by v.record_hash
    )

select
    d.event_no,
    d.record_hash,
    d.face,
    e.name_folded,
    case
        when d.face = 1 then coalesce(a.name_folded, c.name_folded, r.name_folded)
        else coalesce(c.name_folded, r.name_folded)
    end as known_name
from doubtful_hit as d
inner join doubtful_event_name as e on e.event_no = d.event_no
inner join health_record_version as r on r.file_id = d.known_file_id and r.record_number = d.known_number
left join correction_value as c on c.kind = 0 and c.record_hash = d.record_hash
left join answers as a on a.record_hash = d.record_hash
