select *
from ${table}
where version_no > ${number}
