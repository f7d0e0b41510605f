-- Health records whose citizen the asked record may be: of its own citizen, those of the night's
-- candidates, and those that share a key, or nearly, or agree in most of name, birth date and home.
-- The likest first, each under the values of its KHOP answer as well.
with
    asked as (select * from asked_record),

    registered as (select * from identity.lake.registered_record),

    candidates as (
        select match_candidate.citizen_key
        from identity.lake.match_candidate
        semi join asked using (source_table, record_key)
    ),

    list_faces as (
        select
            ma_hssk,
            first_ma_hssk,
            citizen_key,
            file_id,
            record_number,
            key_id as citizen_id,
            citizen_id as id_text,
            old_id,
            insurance_numbers,
            commune,
            name_text,
            name,
            name_folded,
            birth_date,
            birth_year,
            gender
        from registered
        union all
        select
            ma_hssk,
            first_ma_hssk,
            citizen_key,
            file_id,
            record_number,
            key_id as citizen_id,
            citizen_id as id_text,
            old_id,
            insurance_numbers,
            commune,
            coalesce(answer_name_text, name_text) as name_text,
            coalesce(answer_name, name) as name,
            coalesce(answer_name_folded, name_folded) as name_folded,
            coalesce(answer_birth_date, birth_date) as birth_date,
            coalesce(answer_birth_year, birth_year) as birth_year,
            coalesce(answer_gender, gender) as gender
        from registered
        where is_answered
    ),

    compare_faces as (
        select
            faces.*,
            coalesce(faces.citizen_key = asked.citizen_key, false) as is_own,
            (faces.citizen_key in (from candidates))::integer as is_candidate,
            coalesce(faces.citizen_id = asked.citizen_id, false)::integer as same_id,
            coalesce(
                list_has_any(faces.insurance_numbers, asked.insurance_numbers), false
            )::integer as same_insurance,
            coalesce(faces.old_id = asked.old_id, false)::integer as same_old_id,
            coalesce(faces.name_folded = asked.name_folded, false)::integer as same_name,
            coalesce(faces.birth_date = asked.birth_date, false)::integer as same_birth_date,
            coalesce(faces.birth_year = asked.birth_year, false)::integer as same_birth_year,
            coalesce(
                faces.commune = asked.commune
                or (asked.commune, faces.commune) in (select (unit, other) from same_unit),
                false
            )::integer as same_commune,
            asked.name_folded as asked_name,
            asked.citizen_id as asked_id
        from list_faces as faces
        cross join asked
        where faces.ma_hssk is distinct from asked.own_hssk
    ),

    find_faces as (
        select
            *,
            32 * is_candidate
            + 8 * same_id
            + 8 * same_insurance
            + 6 * same_old_id
            + 4 * same_name
            + 3 * same_birth_date
            + same_birth_year
            + 2 * same_commune as likeness
        from compare_faces
        where
            is_own
            or is_candidate = 1
            or same_id = 1
            or same_insurance = 1
            or same_old_id = 1
            or (same_name = 1 and (same_birth_year = 1 or same_commune = 1))
            or (
                same_birth_date = 1
                and damerau_levenshtein(
                    replace(asked_name, ' ', ''), replace(name_folded, ' ', '')
                ) <= 2
            )
            or (
                same_birth_date = 1
                and same_commune = 1
                and split_part(asked_name, ' ', -1) = split_part(name_folded, ' ', -1)
            )
            or (same_birth_year = 1 and damerau_levenshtein(asked_id, citizen_id) = 1)
    ),

    take_likest as (
        select *
        from find_faces
        qualify row_number() over (
            partition by is_own
            order by likeness desc, ma_hssk, name_text
        ) <= ${most}
    )

select
    likest.ma_hssk,
    likest.citizen_key,
    likest.first_ma_hssk,
    likest.same_commune = 1 as is_same_commune,
    likest.name_text,
    likest.name,
    likest.name_folded,
    likest.birth_date,
    likest.birth_year,
    likest.gender,
    coalesce(likest.citizen_id, citizens.citizen_id) as citizen_id,
    likest.id_text,
    likest.old_id,
    likest.insurance_numbers,
    versions.phone,
    likest.commune
from take_likest as likest
inner join identity.lake.health_record_version as versions
    on
        likest.file_id = versions.file_id
        and likest.record_number = versions.record_number
left join identity.lake.citizen as citizens on likest.citizen_key = citizens.citizen_key
order by likest.is_own desc, likest.likeness desc, likest.ma_hssk, likest.name_text
