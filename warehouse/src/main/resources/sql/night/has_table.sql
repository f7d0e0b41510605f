select count(*) as tables
from duckdb_tables()
where table_name = ?
