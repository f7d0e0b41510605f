-- night_run and what hangs on it

-- name: insert
insert into night_run (as_of, version, state, process, code_version, started_at, report_count, reason)
values (:asOf, :version, 'running', :process, :codeVersion, :startedAt, 0, :reason)

-- name: columns
select
  id, as_of, version, state, process, code_version, started_at, finished_at,
  last_step, known_file, received_until, report_count, reason
from night_run

-- name: of_id
where id = :id

-- name: last_of_date
where as_of = :asOf order by id desc limit 1

-- name: last_of_night
where as_of = :asOf and version = :version order by id desc limit 1

-- name: last_completed_of_date
where as_of = :asOf and state = 'completed' order by version desc limit 1

-- name: completed_version
where as_of = :asOf and version = :version and state = 'completed' order by id desc limit 1

-- name: latest
order by id desc limit :count

-- name: running
where state = 'running' order by id

-- name: known_before
select coalesce(max(known_file), 0) from night_run where state = 'completed' and id < :id

-- name: last_published_before
where
  id < :id and exists (select run_id from table_snapshot where run_id = night_run.id)
order by id desc limit 1

-- name: basis
select coalesce(basis, '') from night_run where id = :id

-- name: keep_basis
update night_run set basis = :basis where id = :id

-- name: snapshots
select table_name, snapshot_id from table_snapshot where run_id = :run

-- name: greatest
select coalesce(max(id), 0) from night_run

-- name: resume
update night_run
set
  state = 'running', process = :process, finished_at = null, code_version = :codeVersion,
  reason = coalesce(:reason, reason)
where id = :id

-- name: know
update night_run set known_file = :known, received_until = :receivedUntil where id = :id

-- name: last_step
update night_run set last_step = :step where id = :id

-- name: report_count
update night_run set report_count = :count where id = :id

-- name: finish
update night_run set state = :state, finished_at = :finishedAt where id = :id

-- name: interrupt
update night_run set state = 'failed', finished_at = :finishedAt where id = :id

-- name: fail_steps
update night_step set state = 'failed', finished_at = :finishedAt where run_id = :id and state = 'running'

-- name: delete_step
delete from night_step where run_id = :run and step = :step

-- name: insert_step
insert into night_step (run_id, step, position, state, started_at, row_count, byte_count, cpu_millis)
values (:run, :step, :position, 'running', :startedAt, 0, 0, 0)

-- name: finish_step
update night_step
set
  state = :state, finished_at = :finishedAt,
  row_count = :rowCount, byte_count = :byteCount, cpu_millis = :cpuMillis
where run_id = :run and step = :step

-- name: steps
select step, state, started_at, finished_at, row_count, byte_count, cpu_millis
from night_step
where run_id = :run
order by position

-- name: delete_late
delete from late_source where run_id = :run

-- name: insert_late
insert into late_source (run_id, source, folder, last_on, days_late)
values (:run, :source, :folder, :lastOn, :daysLate)

-- name: late
select source, folder, last_on, days_late from late_source where run_id = :run order by source, folder

-- name: delete_open_balances
delete from file_balance
where
  run_id = :run
  or not exists (select 1 from table_snapshot where table_snapshot.run_id = file_balance.run_id)

-- name: delete_older_balances
delete from file_balance
where
  exists (
    select 1
    from file_balance as newer
    where newer.file_id = file_balance.file_id and newer.run_id > file_balance.run_id
  )

-- name: insert_balance
insert into file_balance (
  run_id, file_id, staged_count, replaced_count, withdrawn_count,
  resolved_count, undecided_count, nobody_count, copy_count
)
values (
  :run, :file, :staged, :replaced, :withdrawn,
  :resolved, :undecided, :nobody, :copies
)

-- name: balances
select
  file_id, staged_count, replaced_count, withdrawn_count,
  resolved_count, undecided_count, nobody_count, copy_count
from file_balance
where
  run_id <= :run
  and not exists (
    select 1
    from file_balance as newer
    where newer.file_id = file_balance.file_id and newer.run_id > file_balance.run_id and newer.run_id <= :run
  )
order by file_id

-- name: delete_snapshots
delete from table_snapshot where run_id = :run

-- name: insert_snapshot
insert into table_snapshot (run_id, table_name, snapshot_id) values (:run, :tableName, :snapshotId)

-- name: fact
select content from warehouse_fact where name = :name

-- name: update_fact
update warehouse_fact set content = :content where name = :name

-- name: insert_fact
insert into warehouse_fact (name, content) values (:name, :content)
