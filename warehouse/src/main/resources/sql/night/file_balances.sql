-- What became of the staged rows of every landed file. An answer of the population database is
-- resolved by the health record it is about; without one it waits. A decision of a station is about
-- a record that was listed, and counts as resolved.
with
    count_staged as (
        select 'health_record_version' as source_table, file_id, count(*) as staged
        from lake.health_record_version
        group by file_id
        union all
        select 'population_answer_version', file_id, count(*)
        from lake.population_answer_version
        group by file_id
        union all
        select 'encounter_version', file_id, count(*) from lake.encounter_version group by file_id
        union all
        select 'immunization_version', file_id, count(*)
        from lake.immunization_version
        group by file_id
        union all
        select 'covid_dose_version', file_id, count(*) from lake.covid_dose_version group by file_id
        union all
        select 'correction_version', file_id, count(*) from lake.correction_version group by file_id
    ),

    count_fates as (
        select
            source_table,
            file_id,
            count(*) filter (where fate = 'replaced') as replaced,
            count(*) filter (where fate = 'withdrawn') as withdrawn
        from lake.uncounted_version
        group by source_table, file_id
    ),

    -- Replaced versions whose record counts in another version with the same content.
    replaced_versions as (
        select source_table, file_id, record_number
        from lake.uncounted_version
        where fate = 'replaced'
    ),

    list_copies as (
        select replaced.source_table, replaced.file_id
        from replaced_versions as replaced
        inner join lake.health_record_version as older using (file_id, record_number)
        inner join lake.health_record_version as other using (ma_hssk, content_hash)
        anti join lake.uncounted_version as uncounted
            on
                other.file_id = uncounted.file_id
                and other.record_number = uncounted.record_number
        union all
        select replaced.source_table, replaced.file_id
        from replaced_versions as replaced
        inner join lake.population_answer_version as older using (file_id, record_number)
        inner join lake.population_answer_version as other using (ma_hssk, content_hash)
        anti join lake.uncounted_version as uncounted
            on
                other.file_id = uncounted.file_id
                and other.record_number = uncounted.record_number
        union all
        select replaced.source_table, replaced.file_id
        from replaced_versions as replaced
        inner join lake.encounter_version as older using (file_id, record_number)
        inner join lake.encounter_version as other using (facility_code, ma_lk, content_hash)
        anti join lake.uncounted_version as uncounted
            on
                other.file_id = uncounted.file_id
                and other.record_number = uncounted.record_number
        union all
        select replaced.source_table, replaced.file_id
        from replaced_versions as replaced
        inner join lake.immunization_version as older using (file_id, record_number)
        inner join lake.immunization_version as other using (ma_doi_tuong, content_hash)
        anti join lake.uncounted_version as uncounted
            on
                other.file_id = uncounted.file_id
                and other.record_number = uncounted.record_number
        union all
        select replaced.source_table, replaced.file_id
        from replaced_versions as replaced
        inner join lake.covid_dose_version as older using (file_id, record_number)
        inner join lake.covid_dose_version as other using (ma_mui_tiem, content_hash)
        anti join lake.uncounted_version as uncounted
            on
                other.file_id = uncounted.file_id
                and other.record_number = uncounted.record_number
    ),

    count_copies as (
        select source_table, file_id, count(*) as copies
        from list_copies
        group by source_table, file_id
    ),

    current_answers as (
        select answers.file_id, answers.ma_hssk
        from lake.population_answer_version as answers
        anti join lake.uncounted_version as uncounted
            on
                answers.file_id = uncounted.file_id
                and answers.record_number = uncounted.record_number
    ),

    list_links as (
        select 'health_record_version' as source_table, file_id, link from lake.health_record
        union all
        select
            'population_answer_version',
            answers.file_id,
            case when records.ma_hssk is null then 'nobody' else 'resolved' end
        from current_answers as answers
        left join lake.health_record as records on answers.ma_hssk = records.ma_hssk
        union all
        select 'encounter_version', file_id, link from lake.encounter
        union all
        select 'immunization_version', file_id, link from lake.immunization
        union all
        select 'covid_dose_version', file_id, link from lake.covid_dose
        union all
        select 'correction_version', decisions.file_id, 'resolved'
        from lake.correction_version as decisions
        anti join lake.uncounted_version as uncounted
            on
                decisions.file_id = uncounted.file_id
                and decisions.record_number = uncounted.record_number
    ),

    count_links as (
        select
            source_table,
            file_id,
            count(*) filter (where link = 'resolved') as resolved,
            count(*) filter (where link = 'undecided') as undecided,
            count(*) filter (where link = 'nobody') as nobody
        from list_links
        group by source_table, file_id
    )

select
    file_id,
    source_table,
    coalesce(count_staged.staged, 0) as staged,
    coalesce(count_fates.replaced, 0) as replaced,
    coalesce(count_fates.withdrawn, 0) as withdrawn,
    coalesce(count_links.resolved, 0) as resolved,
    coalesce(count_links.undecided, 0) as undecided,
    coalesce(count_links.nobody, 0) as nobody,
    coalesce(count_copies.copies, 0) as copies
from count_staged
full join count_fates using (source_table, file_id)
full join count_links using (source_table, file_id)
full join count_copies using (source_table, file_id)
order by file_id, source_table
