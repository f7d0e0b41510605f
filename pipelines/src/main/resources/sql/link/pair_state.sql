-- What is known of pairs before their values are compared: for each value 0 if one of the two lacks it, 1 if they are
-- equal, else how far apart they may be (2 nearer, 3 farther). Of names: 1 all equal, 2 the given name, 3 not even that.
-- Names are compared without diacritics.
with
    differences as (
        select
            p.event_no,
            p.record_no,
            s.given_name_hash,
            s.match_name_hash,
            s.birth_day,
            s.birth_year,
            s.gender,
            s.commune,
            s.surname_rarity,
            s.middle_name_rarity,
            s.given_name_rarity,
            v.given_name_hash as known_given_name_hash,
            v.match_name_hash as known_match_name_hash,
            v.birth_day as known_birth_day,
            v.birth_year as known_birth_year,
            v.gender as known_gender,
            v.commune as known_commune,
            greatest(s.birth_year - v.birth_year, v.birth_year - s.birth_year) as years,
            greatest(s.phone - v.phone, v.phone - s.phone) as phones,
            greatest(s.citizen_id - v.citizen_id, v.citizen_id - s.citizen_id) as ids,
            greatest(s.written_id - v.citizen_id, v.citizen_id - s.written_id) as written_ids,
            greatest(s.old_id - v.old_id, v.old_id - s.old_id) as old_ids
        from match_pair as p
        inner join sought_person as s on s.event_no = p.event_no
        inner join version as v on v.version_no = p.record_no
        where v.kind = 0
    )

select
    d.event_no,
    d.record_no,
    case
        when d.given_name_hash is null or d.known_given_name_hash is null then 0
        when d.match_name_hash = d.known_match_name_hash then 1
        when d.given_name_hash = d.known_given_name_hash then 2
        else 3
    end as name_state,
    case
        when d.years is null then 0
        when d.birth_day = d.known_birth_day then 1
        when d.birth_day is null and d.known_birth_day is null and d.years = 0 then 1
        else 2
    end as birth_state,
    least(coalesce(d.years, 0), 99) as years,
    case
        when d.gender is null or d.known_gender is null then 0
        when d.gender = d.known_gender then 1
        else 2
    end as gender_state,
    case
        when d.phones is null then 0
        when d.phones = 0 then 1
        when p.difference is not null then 2
        else 3
    end as phone_state,
    case
        when d.ids is null then 0
        when d.ids = 0 then 1
        when i.difference is not null then 2
        else 3
    end as id_state,
    case
        when d.written_ids is null then 0
        when d.written_ids = 0 then 1
        when w.difference is not null then 2
        else 3
    end as written_state,
    case
        when d.old_ids is null then 0
        when d.old_ids = 0 then 1
        when o.difference is not null then 2
        else 3
    end as old_state,
    case when n.record_no is not null then 1 else 3 end as insurance_state,
    case
        when d.commune is null or d.known_commune is null then 0
        when c.commune is not null then 1
        when u.district = k.district then 2
        else 3
    end as commune_state,
    d.surname_rarity,
    d.middle_name_rarity,
    d.given_name_rarity
from differences as d
left join slip_difference as p on p.difference = d.phones
left join slip_difference as i on i.difference = d.ids
left join slip_difference as w on w.difference = d.written_ids
left join slip_difference as o on o.difference = d.old_ids
left join insured_pair as n on n.event_no = d.event_no and n.record_no = d.record_no
left join same_commune as c on c.commune = d.commune and c.same = d.known_commune
left join commune_place as u on u.commune = d.commune
left join commune_place as k on k.commune = d.known_commune
