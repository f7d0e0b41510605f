-- Who an undecided record may be: the citizens who hold one of its keys and agree (folded names
-- equal, or birth dates equal and names close), then those with its name, birth date and commune;
-- where these rules find nobody, those whom the matcher finds worth a look, the likeliest first.
-- A review pair has one candidate, the other record. Until the night itself keeps whom it could
-- not decide between, they are found here once more by the same rules.
with
    asked as (select * from undecided_record),

    records as (select * from identity.lake.registered_record),

    citizens as (select * from identity.lake.citizen),

    list_asked_keys as (
        select source_table, record_key, 1 as strength, 'citizen id ' || citizen_id as strong_key
        from asked
        where citizen_id is not null
        union all
        select source_table, record_key, 2, 'insurance ' || unnest(insurance_numbers)
        from asked
        union all
        select source_table, record_key, 3, 'old id ' || old_id || ' ' || birth_year
        from asked
        where old_id is not null and birth_year is not null
    ),

    -- A record is known under its own name and birth date and under those of a KHOP answer.
    list_faces as (
        select
            first_ma_hssk,
            name_folded,
            birth_date,
            key_id,
            insurance_numbers,
            old_id,
            birth_year
        from records
        union all
        select
            first_ma_hssk,
            coalesce(answer_name_folded, name_folded) as name_folded,
            coalesce(answer_birth_date, birth_date) as birth_date,
            key_id,
            insurance_numbers,
            old_id,
            birth_year
        from records
        where is_answered
    ),

    hold_keys as (
        select
            first_ma_hssk,
            name_folded,
            birth_date,
            list_concat(
                ['citizen id ' || key_id],
                list_transform(insurance_numbers, lambda number: 'insurance ' || number),
                ['old id ' || old_id || ' ' || birth_year]
            ) as strong_keys
        from list_faces
    ),

    list_held_keys as (
        select * exclude (strong_keys), unnest(strong_keys) as strong_key
        from hold_keys
    ),

    find_by_key as (
        select
            keys.source_table,
            keys.record_key,
            keys.strength,
            held.first_ma_hssk
        from list_asked_keys as keys
        inner join asked
            on
                keys.source_table = asked.source_table
                and keys.record_key = asked.record_key
        inner join list_held_keys as held on keys.strong_key = held.strong_key
        where
            asked.name_folded = held.name_folded
            or (
                asked.birth_date = held.birth_date
                and damerau_levenshtein(
                    replace(asked.name_folded, ' ', ''), replace(held.name_folded, ' ', '')
                ) <= 2
                and damerau_levenshtein(
                    split_part(asked.name_folded, ' ', -1), split_part(held.name_folded, ' ', -1)
                ) <= 1
            )
    ),

    find_by_name as (
        select
            asked.source_table,
            asked.record_key,
            4 as strength,
            citizens.first_ma_hssk
        from asked
        inner join citizens
            on
                asked.name_folded = citizens.name_folded
                and asked.birth_date = citizens.birth_date
        left join same_unit
            on
                asked.commune = same_unit.unit
                and citizens.commune = same_unit.other
        where
            asked.source_table <> 'health_record_version'
            and (asked.commune = citizens.commune or same_unit.unit is not null)
    ),

    find_by_likeness as (
        select
            matches.source_table,
            matches.record_key,
            rank() over (
                partition by matches.source_table, matches.record_key
                order by matches.weight desc
            ) as strength,
            matches.first_ma_hssk
        from identity.lake.match_candidate as matches
        inner join asked
            on
                matches.source_table = asked.source_table
                and matches.record_key = asked.record_key
    ),

    find_candidates as (
        select * from find_by_key
        union all
        select * from find_by_name
        union all
        select * from find_by_likeness
        union all
        select
            'review_pair' as source_table,
            ma_hssk || '/' || other_ma_hssk as record_key,
            1 as strength,
            other_ma_hssk as first_ma_hssk
        from identity.lake.review_pair
    ),

    take_each_once as (
        select
            source_table,
            record_key,
            first_ma_hssk,
            min(strength) as strength
        from find_candidates
        group by source_table, record_key, first_ma_hssk
    )

select
    found.source_table,
    found.record_key,
    found.first_ma_hssk as hssk,
    row_number() over (
        partition by found.source_table, found.record_key
        order by found.strength, found.first_ma_hssk
    ) as place
from take_each_once as found
left join asked
    on
        found.source_table = asked.source_table
        and found.record_key = asked.record_key
where asked.own_hssk is distinct from found.first_ma_hssk
