-- Those of one birth date whose names are not equal: whether they are close, their texts must tell.
select
    h.event_no,
    h.event_no >> 28 as file_id,
    cast((h.event_no) & (268435455) as int) as record_number,
    h.record_hash,
    r.record_no >> 28 as known_file_id,
    cast((r.record_no) & (268435455) as int) as known_number,
    h.face
from key_hit as h
inner join possible_record as r on r.record_hash = h.record_hash
where not h.is_name_equal
group by h.event_no, h.record_hash, r.record_no, h.face
