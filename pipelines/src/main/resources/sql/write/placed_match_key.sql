-- Keys of the matcher of the records that it does not see by their own values alone.
select
    k.record_hash,
    k.match_key,
    k.record_no
from placed_match_key as k
