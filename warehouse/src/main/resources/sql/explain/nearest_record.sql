-- The key of a kind that is likest to one that there is not.
select ${key} as record_key
from night.${view}
order by damerau_levenshtein(${key}, ${wanted}), record_key
limit 1
