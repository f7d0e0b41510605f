-- rows of a staged table by file, and one number that depends on every value of them
select
    file_id,
    count(*),
    bit_xor(hash(row(${columns})))
from read_parquet([${files}])
group by file_id
order by file_id
