-- A table of the lake as its snapshot of the night: these files and no others, found by names
-- relative to KHOYTE_HOME (in khoyte_home, else the working directory), and read by field id where a
-- column was added since the oldest of them was written.
create view ${view} as
select ${columns}
from
    read_parquet(
        list_transform(
            [${files}],
            lambda file: coalesce(getvariable('khoyte_home'), '') || 'lake/' || file
        )${schema}
    )
