-- What stations decided about the asked record, alone or as one of a pair; the latest first.
select
    decision_text,
    unit_code,
    listed_night
from current_correction
where
    (source_table = ? and record_key = ?)
    or (
        source_table = 'review_pair'
        and (select own_hssk from asked_record) in (linked_hssk, candidates[1])
    )
order by updated_at desc nulls last, file_date desc nulls last, list
