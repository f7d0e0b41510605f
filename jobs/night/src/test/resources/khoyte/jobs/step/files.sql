-- every landed file with the lines kept back in it
with
    kept_back as (
        select
            file_id,
            string_agg(line::varchar, ' ' order by line) as lines,
            string_agg(reason, ' ' order by line) filter (where line is null) as refusal
        from quarantine
        group by file_id
    )

select
    file.source,
    case when file.folder is null then file.name else file.folder || '/' || file.name end as name,
    file.state,
    kept_back.refusal,
    file.arrived,
    kept_back.lines,
    file.arrived - file.staged - file.quarantined as lost
from file
left join kept_back on file.file_id = kept_back.file_id
