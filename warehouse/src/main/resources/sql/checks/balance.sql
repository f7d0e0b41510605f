-- Sources whose counts do not add up, and by how many records at most.
with
    balances as (select * from balance),

    files as (select * from file),

    sum_files as (
        select
            source,
            sum(arrived) as arrived,
            sum(staged) as staged,
            sum(quarantined) as quarantined
        from files
        group by source
    ),

    list_differences as (
        select source, arrived - staged - quarantined as difference from files
        union all
        select source, arrived - staged - quarantined from balances
        union all
        select source, staged - current - replaced - withdrawn from balances
        union all
        select source, current - resolved - undecided - nobody from balances
        union all
        select sources.source, sources.arrived - coalesce(sum_files.arrived, 0)
        from balances as sources
        left join sum_files on sources.source = sum_files.source
        union all
        select sources.source, sources.staged - coalesce(sum_files.staged, 0)
        from balances as sources
        left join sum_files on sources.source = sum_files.source
        union all
        select sum_files.source, sum_files.arrived
        from sum_files
        anti join balances on sum_files.source = balances.source
    )

select
    source,
    max(abs(difference))::bigint as difference
from list_differences
where difference <> 0
group by source
order by source
