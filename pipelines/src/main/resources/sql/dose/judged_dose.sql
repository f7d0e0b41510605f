-- What becomes of the doses.
with
    judged as (
        select
            b.event_no,
            b.event_hash,
            b.citizen_hash,
            b.link,
            b.evidence,
            b.verify_first,
            c.kept_no,
            n.final_number,
            n.event_no is not null as is_counted,
            (b.bits)
            | (
                case
                    when n.event_no is not null and n.final_number is distinct from n.dose_number then d.dose_number
                    else 0
                end
            )
            | (case when c.event_no is not null then d.duplicate else 0 end) as bits
        from broken_dose as b
        cross join defect_bit as d
        left join copied_dose as c on c.event_no = b.event_no
        left join numbered_dose as n on n.event_no = b.event_no
    )

select
    j.event_no,
    j.event_no >> 28 as file_id,
    cast((j.event_no) & (268435455) as int) as record_number,
    j.event_hash,
    j.citizen_hash,
    j.link,
    j.evidence,
    j.bits,
    j.final_number,
    j.kept_no,
    case
        when j.verify_first then 'to_verify'
        when j.kept_no is not null then 'duplicate'
        when not j.is_counted then 'to_verify'
        when j.bits <> 0 then 'cleaned'
        else 'clean'
    end as status
from judged as j
