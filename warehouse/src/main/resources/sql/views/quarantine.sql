-- One row per row or file kept back.
select * from lake.quarantine
