-- Routine doses with their citizens.
select
    v.ma_doi_tuong,
    c.citizen_key,
    s.state as link,
    e.evidence,
    v.file_id,
    v.record_number,
    v.line,
    v.vaccine_code_text as vaccine_code,
    v.vaccine_name_text as vaccine_name,
    v.dose_number,
    v.given_on,
    v.lot_text as lot,
    v.place_text as place,
    v.birth_year,
    v.gender,
    u.code as commune_code
from linked_event as l
inner join immunization_version as v on v.file_id = l.file_id and v.record_number = l.record_number
inner join link_state as s on s.link = l.link
left join evidence as e on e.number = l.evidence
left join linked_citizen as c on c.citizen_hash = l.citizen_hash
left join commune_place as u on u.unit = v.commune
where l.kind = 3
