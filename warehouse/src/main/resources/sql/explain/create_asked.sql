-- The record asked about, one row or none.
create or replace temp table asked_record as
${select}
