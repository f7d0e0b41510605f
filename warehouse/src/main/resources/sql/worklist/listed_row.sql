-- The rows of all lists: doses to verify, and cleaned ones with a repair that nobody confirmed, by
-- the smallest class of what they broke; and what is undecided. Left out is what a station decided
-- already, as long as the record and what was asked about it are what they were.
with
    corrections as (select * from current_correction),

    doses as (
        select
            ma_mui_tiem,
            file_id,
            record_number,
            citizen_key,
            status,
            defects,
            error_class
        from night.covid_dose
        where status in ('to_verify', 'cleaned') and link <> 'undecided'
    ),

    citizens as (select * from identity.lake.citizen),

    join_repairs as (
        select
            ma_mui_tiem,
            list(field order by field) as fields,
            list(original order by field) as originals,
            list(repaired order by field) as repaired
        from identity.lake.covid_dose_repair
        where confirmed_by is null
        group by ma_mui_tiem
    ),

    list_doses as (
        select
            case doses.error_class
                when 1 then 'group_1'
                when 2 then 'group_2'
                when 3 then 'group_3'
                else 'other'
            end as list,
            'covid_dose_version' as source_table,
            versions.ma_mui_tiem as record_key,
            coalesce(citizens.commune, versions.commune) as unit,
            versions.name_text,
            versions.birth_date_text,
            versions.gender_text,
            versions.id_text,
            versions.phone_text,
            versions.address_text,
            versions.vaccine_text,
            versions.dose_number_text,
            versions.given_text,
            versions.place_text,
            versions.name_folded,
            doses.status,
            doses.defects,
            citizens.first_ma_hssk as linked_hssk,
            coalesce(repairs.fields, []) as fields,
            coalesce(repairs.originals, []) as originals,
            coalesce(repairs.repaired, []) as repaired
        from doses
        inner join identity.lake.covid_dose_version as versions
            on
                doses.file_id = versions.file_id
                and doses.record_number = versions.record_number
        left join citizens on doses.citizen_key = citizens.citizen_key
        left join join_repairs as repairs on doses.ma_mui_tiem = repairs.ma_mui_tiem
        where doses.status = 'to_verify' or repairs.ma_mui_tiem is not null
    ),

    list_undecided as (
        select
            'undecided' as list,
            source_table,
            record_key,
            commune as unit,
            name_text,
            birth_date_text,
            gender_text,
            id_text,
            phone_text,
            address_text,
            vaccine_text,
            dose_number_text,
            given_text,
            place_text,
            name_folded,
            defects,
            own_hssk as linked_hssk
        from undecided_record
    ),

    list_pairs as (
        select
            'undecided' as list,
            'review_pair' as source_table,
            pairs.ma_hssk || '/' || pairs.other_ma_hssk as record_key,
            citizens.commune as unit,
            versions.name_text,
            versions.birth_date_text,
            versions.gender_text,
            versions.id_text,
            versions.phone_text,
            versions.address_text,
            versions.name_folded,
            [] as defects,
            pairs.ma_hssk as linked_hssk
        from identity.lake.review_pair as pairs
        inner join citizens on pairs.ma_hssk = citizens.first_ma_hssk
        inner join night.health_record on pairs.ma_hssk = health_record.ma_hssk
        inner join identity.lake.health_record_version as versions
            on
                health_record.file_id = versions.file_id
                and health_record.record_number = versions.record_number
    ),

    list_all as (
        select * from list_doses
        union all by name
        select * from list_undecided
        union all by name
        select * from list_pairs
    ),

    join_candidates as (
        select
            source_table,
            record_key,
            list(hssk order by place) as candidates
        from candidate
        group by source_table, record_key
    ),

    rows_of_lists as (
        select
            list_all.* exclude (fields, originals, repaired),
            coalesce(list_all.fields, []) as fields,
            coalesce(list_all.originals, []) as originals,
            coalesce(list_all.repaired, []) as repaired,
            coalesce(found.candidates, []) as candidates
        from list_all
        left join join_candidates as found
            on
                list_all.source_table = found.source_table
                and list_all.record_key = found.record_key
    )

select
    unit_on_list.commune,
    listed.* exclude (unit, status)
from rows_of_lists as listed
left join unit_on_list on listed.unit = unit_on_list.unit
anti join corrections
    on
        listed.source_table = corrections.source_table
        and listed.record_key = corrections.record_key
        and (
            listed.list = corrections.list
            -- Who chose a candidate has confirmed that person's values as well.
            or (
                corrections.decision in ('candidate_1', 'candidate_2')
                and listed.status = 'cleaned'
            )
        )
        and listed.name_text is not distinct from corrections.listed_name
        and listed.birth_date_text is not distinct from corrections.listed_birth_date
        and listed.gender_text is not distinct from corrections.listed_gender
        and listed.id_text is not distinct from corrections.listed_id
        and case corrections.decision
            when 'corrected' then listed.status is distinct from 'to_verify'
            when 'as_proposed'
                then
                    list_has_all(
                        corrections.confirmed,
                        list_transform(
                            list_zip(listed.fields, listed.repaired),
                            lambda repair: repair[1] || '=' || repair[2]
                        )
                    )
            when 'not_same_person'
                then listed.linked_hssk is not distinct from corrections.linked_hssk
            when 'moved_away' then unit_on_list.commune = corrections.unit_code
            when 'not_known_here' then unit_on_list.commune = corrections.unit_code
            when 'candidate_1' then list_has_all(corrections.candidates, listed.candidates)
            when 'candidate_2' then list_has_all(corrections.candidates, listed.candidates)
            when 'none_of_these' then list_has_all(corrections.candidates, listed.candidates)
            else true
        end
