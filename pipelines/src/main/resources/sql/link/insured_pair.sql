-- Events and versions of health records with one insurance number.
select distinct
    s.event_no,
    i.version_no as record_no
from sought_insurance as s
inner join version_insurance as i on i.insurance_number = s.insurance_number
where i.version_no <> s.event_no
