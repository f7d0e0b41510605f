-- Their versions by update time, then file date. An update later than the file counts as earliest; of one content that
-- came several times the greatest file date counts. Those that tie with the greatest are told, with the number of
-- different contents among them.
with
    candidates as (
        select
            v.version_no,
            v.kind,
            v.record_hash,
            v.file_day,
            v.updated_at,
            v.content_hash,
            (v.withdrawn or c.record_hash is not null) as withdrawn,
            max(v.file_day) over (partition by v.kind, v.record_hash, v.content_hash) as latest_day
        from asked_version as v
        semi join several_record as s on s.kind = v.kind and s.record_hash = v.record_hash
        left join copied_record as c on c.kind = v.kind and c.record_hash = v.record_hash
    ),

    timed as (
        select
            c.version_no,
            c.kind,
            c.record_hash,
            c.file_day,
            c.content_hash,
            c.withdrawn,
            c.latest_day,
            case
                when c.latest_day is null or c.updated_at < (cast(c.latest_day as bigint) + 1) * 86400000000
                    then c.updated_at
            end as counting_at
        from candidates as c
    ),

    ordered as (
        select
            t.version_no,
            t.kind,
            t.record_hash,
            t.file_day,
            t.content_hash,
            t.withdrawn,
            t.latest_day,
            t.counting_at,
            row_number() over (
                partition by t.kind, t.record_hash
                order by
                    t.counting_at desc nulls last,
                    t.latest_day desc nulls last,
                    t.version_no asc nulls last
            ) as turn
        from timed as t
    ),

    greatest_time as (
        select
            o.kind,
            o.record_hash,
            o.counting_at,
            o.latest_day
        from ordered as o
        where o.turn = 1
    ),

    tied as (
        select
            o.version_no,
            o.kind,
            o.record_hash,
            o.content_hash
        from ordered as o
        inner join greatest_time as g
            on
                g.kind = o.kind
                and g.record_hash = o.record_hash
                and g.counting_at is not distinct from o.counting_at
                and g.latest_day is not distinct from o.latest_day
    ),

    tied_contents as (
        select
            t.kind,
            t.record_hash,
            count(distinct t.content_hash) as contents
        from tied as t
        group by t.kind, t.record_hash
    )

select
    o.version_no,
    o.kind,
    o.record_hash,
    o.file_day,
    o.withdrawn,
    t.version_no is not null as is_tied,
    c.contents
from ordered as o
inner join tied_contents as c on c.kind = o.kind and c.record_hash = o.record_hash
left join tied as t on t.version_no = o.version_no
