-- Kinds of which records are listed as chosen by content alone.
select distinct c.source_table
from known_version_conflict as c
