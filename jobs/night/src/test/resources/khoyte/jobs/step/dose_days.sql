-- every current COVID-19 dose with its day and what its link stands on
select
    ma_mui_tiem,
    given_on,
    link,
    evidence,
    status,
    array_to_string(list_sort(defects), ' ') as defects
from covid_dose
