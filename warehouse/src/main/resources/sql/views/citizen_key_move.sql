-- One row per health record and night after which another citizen key holds it, or none.
select * from lake.citizen_key_move
