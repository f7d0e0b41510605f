-- Rows by commune of the night's date; those of none have none.
select commune, count(*) as listed
from listed_row
group by commune
order by commune
