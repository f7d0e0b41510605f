-- One row per current COVID-19 dose, judged as of the night's date.
select * from lake.covid_dose
