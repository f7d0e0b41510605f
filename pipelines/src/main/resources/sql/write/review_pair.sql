-- Citizens with one folded name, birth date and commune: never joined by that, but worth a look.
select
    case when o.ma_hssk < p.ma_hssk then o.ma_hssk else p.ma_hssk end as ma_hssk,
    case when o.ma_hssk < p.ma_hssk then p.ma_hssk else o.ma_hssk end as other_ma_hssk,
    'name_birth_commune' as reason
from alike_pair as a
inner join alike_record as o on o.citizen_hash = a.one_hash
inner join alike_record as p on p.citizen_hash = a.other_hash
