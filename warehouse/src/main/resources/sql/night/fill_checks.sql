insert into check_result by name
${select}
