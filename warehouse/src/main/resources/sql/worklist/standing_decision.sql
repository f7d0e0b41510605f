-- What was decided last about the records asked about, also where it takes a decision back.
select
    asked_record.row_key,
    versions.decision_text,
    versions.updated_at,
    versions.file_date
from asked_record
inner join identity.lake.correction_version as versions
    on
        asked_record.source_table = versions.source_table
        and asked_record.record_key = versions.record_key
        and asked_record.list = versions.list
inner join correction_fate as fates
    on
        versions.file_id = fates.file_id
        and versions.record_number = fates.record_number
where fates.fate is distinct from 'replaced'
