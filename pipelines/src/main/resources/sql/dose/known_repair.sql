-- What was repaired of them before.
select
    r.ma_mui_tiem,
    r.field,
    r.original,
    r.repaired,
    r.rule,
    r.night
from known_covid_dose_repair as r
semi join judged_key as j on j.ma_mui_tiem = r.ma_mui_tiem
