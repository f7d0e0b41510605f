-- The record asked about.
select * from asked_record
