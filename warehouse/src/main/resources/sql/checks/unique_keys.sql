-- The key of every view identifies its rows.
with
    count_keys as (
        select 'citizen' as name, count(*) as total, count(distinct citizen_key) as keys
        from citizen
        union all
        select
            'citizen_key_history',
            count(*),
            count(distinct (as_of, version, citizen_key, successor_key))
        from citizen_key_history
        union all
        select 'health_record', count(*), count(distinct ma_hssk) from health_record
        union all
        select 'encounter', count(*), count(distinct (facility_code, ma_lk)) from encounter
        union all
        select 'immunization', count(*), count(distinct ma_doi_tuong) from immunization
        union all
        select 'covid_dose', count(*), count(distinct ma_mui_tiem) from covid_dose
        union all
        select 'drug', count(*), count(distinct (file_id, record_number, row_number)) from drug
        union all
        select 'service', count(*), count(distinct (file_id, record_number, row_number))
        from service
        union all
        select 'result', count(*), count(distinct (file_id, record_number, row_number))
        from result
        union all
        select 'quarantine', count(*), count(distinct (file_id, record_number)) from quarantine
        union all
        select 'version_conflict', count(*), count(distinct (source_table, record_key))
        from version_conflict
        union all
        select 'uncounted_version', count(*), count(distinct (file_id, record_number))
        from uncounted_version
    )

select
    'unique_keys.' || name as name,
    total as expected,
    keys as found
from count_keys
