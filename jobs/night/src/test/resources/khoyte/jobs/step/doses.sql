-- every current COVID-19 dose
select
    ma_mui_tiem,
    status,
    array_to_string(list_sort(defects), ' ') as defects,
    dose_number
from covid_dose
