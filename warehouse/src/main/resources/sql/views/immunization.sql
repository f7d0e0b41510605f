-- One row per current routine immunisation dose.
select * from lake.immunization
