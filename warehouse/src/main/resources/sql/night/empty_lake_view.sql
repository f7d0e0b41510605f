-- A table of the lake that has no row yet.
create view lake.${table} as
select ${columns}
where false
