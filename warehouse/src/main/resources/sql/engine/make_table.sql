-- The table of a model.
create table ${table} as
${select}
