-- One row per citizen.
select * from lake.citizen
