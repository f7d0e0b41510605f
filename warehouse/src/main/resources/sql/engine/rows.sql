-- The rows of a table in some columns.
select ${columns}
from ${table}
