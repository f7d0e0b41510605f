-- COVID-19 doses, judged.
select
    v.ma_mui_tiem,
    c.citizen_key,
    s.state as link,
    e.evidence,
    v.file_id,
    v.record_number,
    v.line,
    j.status,
    d.names as defects,
    d.error_class,
    v.vaccine,
    v.given_on,
    j.final_number as dose_number,
    coalesce(h.code, u.code) as commune_code,
    case when h.commune is not null then h.district else u.district end as district_code,
    k.dose_key as duplicate_of
from judged_dose as j
inner join covid_dose_version as v on v.file_id = j.file_id and v.record_number = j.record_number
inner join defect_set as d on d.bits = j.bits
inner join link_state as s on s.link = j.link
left join evidence as e on e.number = j.evidence
left join dose_citizen as c on c.citizen_hash = j.citizen_hash
left join commune_place as h on h.commune = c.commune
left join commune_place as u on u.unit = v.commune
left join same_dose_key as k on k.event_no = j.kept_no
