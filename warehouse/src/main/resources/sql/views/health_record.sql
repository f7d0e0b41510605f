-- One row per current health record.
select * from lake.health_record
