-- Keys of records that were compared.
select
    w.kind,
    k.record_key
from wanted_key as w
inner join record_key as k on k.version_no = w.version_no
