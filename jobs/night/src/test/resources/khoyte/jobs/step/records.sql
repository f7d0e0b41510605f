-- every current record, whose it is and what the link stands on
select 'ehr' as source, ma_hssk as record_key, link, citizen_key, evidence from health_record
union all
select 'his-xml', facility_code || '/' || ma_lk, link, citizen_key, evidence from encounter
union all
select 'immunization', ma_doi_tuong, link, citizen_key, evidence from immunization
union all
select 'covid-vaccination', ma_mui_tiem, link, citizen_key, evidence from covid_dose
