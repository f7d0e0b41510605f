-- Sources and senders whose counts do not add up, and by how many records.
with
    balances as (select * from balance),

    files as (select * from file),

    file_balances as (select * from file_balance),

    sum_files as (
        select
            source,
            sum(arrived) as arrived,
            sum(staged) as staged,
            sum(quarantined) as quarantined
        from files
        group by source
    ),

    -- A file is taken whole, so that every one must add up by itself.
    list_file_differences as (
        select
            files.source,
            files.folder,
            greatest(
                abs(files.arrived - files.staged - files.quarantined),
                if(files.state = 'loaded', abs(files.announced - files.arrived), 0),
                abs(files.staged - coalesce(file_balances.staged, 0)),
                abs(
                    file_balances.staged
                    - file_balances.replaced
                    - file_balances.withdrawn
                    - file_balances.resolved
                    - file_balances.undecided
                    - file_balances.nobody
                )
            ) as difference
        from files
        left join file_balances on files.file_id = file_balances.file_id
    ),

    list_differences as (
        select source, folder, sum(difference) as difference
        from list_file_differences
        group by source, folder
        union all
        select source, null, arrived - staged - quarantined from balances
        union all
        select source, null, staged - current - replaced - withdrawn from balances
        union all
        select source, null, current - resolved - undecided - nobody from balances
        union all
        select sources.source, null, sources.arrived - coalesce(sum_files.arrived, 0)
        from balances as sources
        left join sum_files on sources.source = sum_files.source
        union all
        select sources.source, null, sources.staged - coalesce(sum_files.staged, 0)
        from balances as sources
        left join sum_files on sources.source = sum_files.source
        union all
        select sum_files.source, null, sum_files.arrived
        from sum_files
        anti join balances on sum_files.source = balances.source
        union all
        select 'file ' || file_balances.file_id, null, file_balances.staged
        from file_balances
        anti join files on file_balances.file_id = files.file_id
    )

select
    concat_ws(' ', source, folder) as sender,
    max(abs(difference))::bigint as difference
from list_differences
where difference <> 0
group by source, folder
order by folder is null, source, folder
