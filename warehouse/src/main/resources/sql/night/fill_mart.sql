insert into ${mart} by name
${select}
