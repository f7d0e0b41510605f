create temp table ${table} as
${select}
