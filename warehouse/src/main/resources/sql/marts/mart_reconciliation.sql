-- What every sender sent and what became of it, over all files the night knows.
with
    files as (select * from file),

    balances as (select * from file_balance),

    sources as (select * from source_state),

    count_by_file as (
        select
            files.source,
            files.folder,
            files.is_new,
            files.state = 'refused' as is_refused,
            files.copies,
            files.announced,
            files.arrived,
            files.quarantined,
            files.staged,
            coalesce(balances.replaced, 0) - coalesce(balances.copies, 0) as replaced,
            coalesce(balances.copies, 0) as copied,
            coalesce(balances.withdrawn, 0) as withdrawn,
            coalesce(balances.resolved, 0) as resolved,
            coalesce(balances.undecided, 0) as undecided,
            coalesce(balances.nobody, 0) as nobody
        from files
        left join balances on files.file_id = balances.file_id
    ),

    -- Every configured source has a row, also one that never sent a file.
    list_files as (
        select * from count_by_file
        union all by name
        select source from sources
        anti join count_by_file on sources.source = count_by_file.source
    ),

    sum_by_sender as (
        select
            source,
            folder,
            grouping(folder) = 1 as is_group,
            count(arrived) as files,
            count(*) filter (where is_new) as new_files,
            count(*) filter (where is_refused) as refused_files,
            coalesce(sum(copies), 0)::bigint as copied_files,
            sum(announced)::bigint as announced,
            count(announced) as announcing_files,
            coalesce(sum(abs(announced - arrived)), 0)::bigint as broken_promises,
            count(*) filter (where not is_refused) as loaded_files,
            coalesce(sum(arrived), 0)::bigint as read,
            coalesce(sum(quarantined), 0)::bigint as kept_back,
            coalesce(sum(staged), 0)::bigint as received,
            coalesce(sum(replaced), 0)::bigint as replaced,
            coalesce(sum(copied), 0)::bigint as copied,
            coalesce(sum(withdrawn), 0)::bigint as withdrawn,
            coalesce(sum(resolved), 0)::bigint as resolved,
            coalesce(sum(undecided), 0)::bigint as undecided,
            coalesce(sum(nobody), 0)::bigint as nobody
        from list_files
        group by grouping sets ((source), (source, folder))
    ),

    -- A source without folders is its only sender.
    find_senders as (
        select *
        from sum_by_sender
        where
            is_group
            or folder is not null
            or source in (select source from sum_by_sender where folder is not null)
    )

select
    case
        when senders.is_group then senders.source
        else senders.source || '/' || coalesce(senders.folder, '')
    end as unit_code,
    case
        when senders.is_group then coalesce(sources.name, senders.source)
        else coalesce('Cơ sở ' || senders.folder, 'Không có thư mục cơ sở')
    end as unit_name,
    senders.is_group,
    coalesce(sources.position, 0) as position,
    senders.files,
    senders.new_files,
    senders.refused_files,
    senders.copied_files,
    if(senders.announcing_files = senders.loaded_files, senders.announced, null) as announced,
    case
        when senders.announcing_files = 0 then 'n_a'
        when senders.announcing_files < senders.loaded_files then 'unknown'
    end as announced_state,
    senders.read,
    senders.kept_back,
    senders.received,
    senders.resolved,
    senders.undecided + senders.nobody as unresolved,
    senders.copied + senders.replaced + senders.withdrawn as duplicate,
    senders.copied,
    senders.replaced,
    senders.withdrawn,
    senders.undecided,
    senders.nobody,
    senders.broken_promises
    + abs(senders.read - senders.kept_back - senders.received)
    + abs(
        senders.received
        - senders.copied
        - senders.replaced
        - senders.withdrawn
        - senders.resolved
        - senders.undecided
        - senders.nobody
    ) as difference
from find_senders as senders
left join sources on senders.source = sources.source
order by position, senders.source, not senders.is_group, senders.folder
