-- landed_file and what hangs on it

-- name: find_same
select id, source, folder, name, sha256, byte_count, landed_at, file_date
from landed_file
where source = :source and folder = :folder and sha256 = :sha256

-- name: insert
insert into landed_file (
  source, folder, name, sha256, byte_count, landed_at, file_date, state,
  read_count, staged_count, quarantined_count
)
values (
  :source, :folder, :name, :sha256, :byteCount, :landedAt, :fileDate, 'landed',
  0, 0, 0
)

-- name: count_copy
update landed_file set copy_count = copy_count + 1 where id = :id

-- name: greatest
select coalesce(max(id), 0) from landed_file

-- name: received_until
select max(landed_at) from landed_file where id <= :known

-- name: unread
select id, source, folder, name, sha256, byte_count, landed_at, file_date
from landed_file
where state = 'landed' and id <= :known
order by byte_count desc, id

-- name: read
update landed_file
set
  state = :state,
  file_date = coalesce(:fileDate, file_date),
  announced = :announced,
  read_count = :readCount,
  staged_count = :stagedCount,
  quarantined_count = :quarantinedCount,
  refusal_key = :refusalKey,
  refusal_values = :refusalValues,
  refusal_text = :refusalText
where id = :id

-- name: delete_data_files
delete from data_file where file_id = :id and commit_id is null

-- name: insert_data_file
insert into data_file (path, file_id, table_name, row_count, byte_count, committed)
values (:path, :fileId, :tableName, :rowCount, :byteCount, false)

-- name: delete_warnings
delete from file_warning where file_id = :id

-- name: insert_warning
insert into file_warning (file_id, position, message_key, message_values, message_text)
values (:id, :position, :key, :values, :text)

-- name: assign_commit
update data_file set commit_id = :commitId where commit_id is null

-- name: open_commits
select distinct commit_id from data_file where commit_id is not null and not committed order by commit_id

-- name: data_files_of_commit
select path, file_id, table_name, row_count, byte_count
from data_file
where commit_id = :commitId
order by table_name, file_id, path

-- name: waiting_data_files
select path from data_file where not committed

-- name: close_commit
update data_file set committed = true where commit_id = :commitId

-- name: counts_by_source
select
  source,
  count(*) as file_count,
  sum(read_count) as read_count,
  sum(staged_count) as staged_count,
  sum(quarantined_count) as quarantined_count,
  sum(case when state = 'refused' then 1 else 0 end) as refused_count,
  sum(byte_count) as byte_count,
  max(landed_at) as last_landed
from landed_file
where id > :after and id <= :known
group by source
order by source

-- name: known
select
  id, source, folder, name, sha256, byte_count, landed_at, file_date,
  state, announced, read_count, staged_count, quarantined_count, copy_count
from landed_file
where id <= :known
order by id

-- name: refused
select id, source, folder, name, refusal_key, refusal_values, refusal_text
from landed_file
where state = 'refused' and id > :after and id <= :known
order by source, folder, name, id

-- name: deliveries
select
  source,
  folder,
  max(case when state <> 'refused' then file_date end) as last_file_date,
  max(case when state <> 'refused' then landed_at end) as last_landed,
  sum(case when state = 'refused' then 1 else 0 end) as refused_count
from landed_file
where id <= :known
group by source, folder
order by source, folder

-- name: warnings
select file_warning.message_key, file_warning.message_values, file_warning.message_text
from file_warning
where file_warning.file_id > :after and file_warning.file_id <= :known
order by file_warning.file_id, file_warning.position
