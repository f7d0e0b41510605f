-- Decisions that count.
select versions.*
from identity.lake.correction_version as versions
semi join correction_fate as fates
    on
        versions.file_id = fates.file_id
        and versions.record_number = fates.record_number
        and fates.fate is null
