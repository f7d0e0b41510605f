-- Drug lines (XML2) of current visits.
with
    versions as (select * from lake.drug_version),

    visits as (select * from lake.encounter)

select versions.* exclude (unreadable)
from versions
semi join visits
    on
        versions.file_id = visits.file_id
        and versions.record_number = visits.record_number
