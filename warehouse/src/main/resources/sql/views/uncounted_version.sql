-- One row per version that was replaced, or that took its record back.
select * from lake.uncounted_version
