-- A table of the lake that has no row yet.
create view ${view} as
select ${columns}
where false
