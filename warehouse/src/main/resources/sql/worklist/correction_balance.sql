-- What became of the rows of returned lists.
select
    (select count(*) from identity.lake.correction_version) as staged,
    (select count(*) from current_correction) as latest,
    (select count(*) from current_correction where withdrawn) as withdrawn
