-- Any table; %s is its name, then what else the statement needs

-- name: rows
select * from %s

-- name: insert
insert into %s (%s) values (%s)

-- name: next
select coalesce(max(%2$s), 0) + 1 from %1$s

-- name: restart
alter table %s alter column %s restart with %d

-- name: clear
delete from %s

-- name: count
select count(*) from %s

-- name: interrupt_runs
update night_run
set state = 'failed', finished_at = coalesce(finished_at, started_at), last_step = null
where state = 'running' or (state = 'failed' and id = (select max(id) from night_run))

-- name: interrupt_steps
update night_step set state = 'failed' where state = 'running'
