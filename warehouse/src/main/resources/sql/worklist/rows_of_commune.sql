-- The rows of a commune, list by list, people in the order of their given names.
select *
from listed_row
where commune = ?
order by
    list_position(['group_1', 'group_2', 'group_3', 'other', 'undecided'], list),
    split_part(name_folded, ' ', -1),
    name_folded,
    source_table,
    record_key
