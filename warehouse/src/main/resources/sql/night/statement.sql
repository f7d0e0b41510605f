-- What a statement is: error, number of statements, and whether any part of it is not a query.
with
    statements as (select json_serialize_sql(?) as tree),

    list_nodes as (
        select
            nodes.key,
            nodes.value ->> '$' as value
        from statements, json_tree(statements.tree) as nodes
        where nodes.key in ('type', 'function_name')
    ),

    find_writes as (
        select *
        from list_nodes
        where
            (
                key = 'type'
                and ends_with(value, '_NODE')
                and value not in (
                    'SELECT_NODE', 'SET_OPERATION_NODE', 'RECURSIVE_CTE_NODE', 'CTE_NODE'
                )
            )
            -- These run the text they are given.
            or (
                key = 'function_name'
                and lower(value) in ('query', 'query_table', 'json_execute_serialized_sql')
            )
    )

select
    tree ->> 'error_type' as error_type,
    tree ->> 'error_message' as error_message,
    json_array_length(tree -> 'statements') as statements,
    exists (from find_writes) as writes
from statements
