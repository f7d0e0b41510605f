-- A layered table of the lake as its snapshot of the night: the rows of the base whose key no later
-- run wrote, and of the later rows the last of each key, unless it is removed. Files as in lake_view.
create view ${view} as
with
    patches as (
        select *
        from
            read_parquet(
                list_transform(
                    [${patches}],
                    lambda file: coalesce(getvariable('khoyte_home'), '') || 'lake/' || file
                )${layeredschema}
            )
        qualify row_number() over (partition by ${key} order by layer_run desc) = 1
    ),

    base as (
        select *
        from
            read_parquet(
                list_transform(
                    [${files}],
                    lambda file: coalesce(getvariable('khoyte_home'), '') || 'lake/' || file
                )${schema}
            )
    )

select ${columns}
from base
anti join patches using (${key})
union all
select ${columns}
from patches
where not layer_removed
