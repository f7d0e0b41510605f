-- Of every record that was compared the greatest version, by what ties by content, and the others.
with
    ordered as (
        select
            c.version_no,
            c.kind,
            c.record_hash,
            c.withdrawn,
            c.contents,
            row_number() over (
                partition by c.kind, c.record_hash
                order by
                    case when c.is_tied then 0 else 1 end asc nulls last,
                    t.turn asc nulls last,
                    c.file_day desc nulls last,
                    c.version_no asc nulls last
            ) as turn
        from compared_version as c
        left join content_turn as t on t.version_no = c.version_no
    )

select
    o.version_no,
    o.kind,
    o.record_hash,
    o.withdrawn,
    o.contents,
    o.turn = 1 as is_greatest
from ordered as o
