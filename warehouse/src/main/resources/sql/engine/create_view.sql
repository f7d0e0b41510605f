-- Another name of rows.
create view ${view} as
${select}
