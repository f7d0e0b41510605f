create table ${table} (${columns})
