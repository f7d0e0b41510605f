-- One row per current visit.
select * from lake.encounter
