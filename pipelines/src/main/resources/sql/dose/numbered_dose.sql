-- The numbers of the doses that count, walked by day, vaccine and key. A wrong number becomes the one before + 1: the
-- repaired number r(i) = max(n(i), r(i-1) + 1), where wrong n(i) are no obstacle, is i + max(0, n(j) - j for j up to i).
with
    counted as (
        select
            b.event_no,
            b.citizen_hash,
            b.given_day,
            b.vaccine,
            b.dose_number,
            k.dose_key
        from broken_dose as b
        anti join copied_dose as c on c.event_no = b.event_no
        left join same_dose_key as k on k.event_no = b.event_no
        where not b.verify_first and not b.is_irreparable
    ),

    placed as (
        select
            c.event_no,
            c.citizen_hash,
            c.dose_number,
            cast(
                row_number() over (
                    partition by c.citizen_hash
                    order by
                        c.given_day asc nulls first,
                        c.vaccine asc nulls first,
                        c.dose_key asc nulls first,
                        c.event_no asc nulls first
                ) as int
            ) as place
        from counted as c
    ),

    walked as (
        select
            p.event_no,
            p.dose_number,
            p.place,
            max(case when p.dose_number >= 1 then p.dose_number - p.place end) over (
                partition by p.citizen_hash
                order by p.place asc nulls first
                rows between unbounded preceding and current row
            ) as ahead
        from placed as p
    )

select
    w.event_no,
    w.dose_number,
    w.place + greatest(0, coalesce(w.ahead, 0)) as final_number
from walked as w
