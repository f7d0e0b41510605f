-- every citizen with what stands only in the registry
select first_ma_hssk, citizen_id, name
from read_parquet([${files}])
