-- Doses with the rules that they break by themselves and beside their citizens, as bits. One that is nobody's or has no
-- plausible date is to be verified first.
with
    broken as (
        select
            d.event_no,
            d.event_hash,
            d.citizen_hash,
            d.link,
            d.evidence,
            d.given_day,
            d.vaccine,
            d.dose_number,
            d.updated_at,
            d.citizen_id,
            d.citizen_name,
            d.citizen_birth_day,
            d.citizen_gender,
            d.citizen_commune,
            d.is_kept,
            (coalesce(d.defects, 0))
            | (case when d.link = 0 and d.written_id <> d.citizen_id then b.id_mismatch else 0 end)
            | (case when d.link = 0 and d.name_hash is distinct from d.citizen_name then b.name_mismatch else 0 end)
            | (case when d.link = 0 and d.birth_day <> d.citizen_birth_day then b.dob_mismatch else 0 end)
            | (case when d.gender is null or d.gender <> d.citizen_gender then b.gender_mismatch else 0 end)
            | (case when u.event_no is not null then b.unit_unknown else 0 end)
            | (
                case
                    when
                        d.given_day is null
                        or d.given_day < n.first_dose_day
                        or d.given_day > n.as_of
                        or d.given_day < d.citizen_birth_day
                        then b.date_implausible
                    else 0
                end
            )
            | (case when d.link <> 0 then b.unmatched else 0 end) as bits
        from dose as d
        cross join defect_bit as b
        cross join night as n
        left join unknown_unit as u on u.event_no = d.event_no
    )

select
    b.event_no,
    b.event_hash,
    b.citizen_hash,
    b.link,
    b.evidence,
    b.given_day,
    b.vaccine,
    b.dose_number,
    b.updated_at,
    b.bits,
    s.many,
    ((b.bits) & ((d.unmatched) | (d.date_implausible))) <> 0 as verify_first,
    (b.is_kept and b.bits <> 0)
    or (
        b.citizen_id is null
        and ((b.bits) & ((d.id_missing) | (d.id_format) | (d.id_mismatch))) <> 0
    )
    or (b.citizen_name is null and ((b.bits) & (d.name_mismatch)) <> 0)
    or (b.citizen_birth_day is null and ((b.bits) & ((d.dob_format) | (d.dob_mismatch))) <> 0)
    or (b.citizen_gender is null and ((b.bits) & (d.gender_mismatch)) <> 0)
    or (b.citizen_commune is null and ((b.bits) & (d.unit_unknown)) <> 0)
    or (b.vaccine is null and ((b.bits) & (d.vaccine_alias)) <> 0) as is_irreparable
from broken as b
cross join defect_bit as d
inner join defect_set as s on s.bits = b.bits
