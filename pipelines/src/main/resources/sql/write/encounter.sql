-- Visits with their citizens.
select
    v.facility_code,
    v.ma_lk,
    c.citizen_key,
    s.state as link,
    e.evidence,
    v.file_id,
    v.record_number,
    v.line,
    v.admitted_at,
    v.discharged_at,
    v.main_diagnosis_text as main_diagnosis,
    v.other_diagnoses_text as other_diagnoses,
    v.result_text as result,
    v.discharge_type_text as discharge_type,
    v.care_type,
    v.treatment_days,
    v.total_cost,
    v.insurer_cost,
    v.birth_year,
    v.gender,
    u.code as commune_code,
    v.dialect
from linked_event as l
inner join encounter_version as v on v.file_id = l.file_id and v.record_number = l.record_number
inner join link_state as s on s.link = l.link
left join evidence as e on e.number = l.evidence
left join linked_citizen as c on c.citizen_hash = l.citizen_hash
left join commune_place as u on u.unit = v.commune
where l.kind = 2
