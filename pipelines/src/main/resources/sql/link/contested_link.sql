-- Keys that point to one citizen of the event's name, where name, birth date and commune point to another: whose id is
-- one slip away from the one given?
select
    k.event_no,
    k.given_id,
    n.citizen_id
from key_link as k
inner join name_answer as n on n.event_no = k.event_no
where
    k.key_citizen is not null
    and not k.is_all_equal
    and k.is_name_equal
    and n.citizen_hash is not null
    and k.given_id is not null
    and n.citizen_id is not null
