-- One row per record whose current version was chosen by content only.
select * from lake.version_conflict
