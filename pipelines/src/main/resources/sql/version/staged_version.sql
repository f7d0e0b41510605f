-- Some fields of staged versions of one kind.
select
    n.version_no,
    ${fields}
from ${table} as v
inner join ${numbers} as n
    on v.file_id = n.version_no >> 28 and v.record_number = (n.version_no) & (268435455)
where n.kind = ${kind}
