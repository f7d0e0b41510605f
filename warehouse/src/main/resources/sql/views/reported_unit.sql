-- Rows of a report of the night: the districts of the province on its date (where there are none,
-- its communes), and one with an empty code for what is in none of them.
with
    nights as (select as_of, province_code from night),

    units as (select * from administrative_unit)

select
    units.code as unit_code,
    units.name as unit_name
from units
inner join nights
    on
        units.parent_code = nights.province_code
        and coalesce(units.valid_from, date '-infinity') <= nights.as_of
        and nights.as_of < coalesce(units.valid_to, date 'infinity')
union all
select
    '' as unit_code,
    'Không xác định' as unit_name
