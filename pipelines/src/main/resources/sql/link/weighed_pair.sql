-- Pairs to be weighed: those that may come to a decision, and those of records that are not seen by their own values
-- alone.
with
    exceptions as (
        select e.record_no
        from exceptional_record as e
        union
        select k.record_no
        from known_exception as k
    )

select
    p.event_no,
    p.record_no
from match_pair as p
semi join exceptions as e on e.record_no = p.record_no
union
select
    p.event_no,
    p.record_no
from pair_state as p
semi join worthwhile_state as w
    on
        w.name_state = p.name_state
        and w.birth_state = p.birth_state
        and w.years = p.years
        and w.gender_state = p.gender_state
        and w.phone_state = p.phone_state
        and w.id_state = p.id_state
        and w.written_state = p.written_state
        and w.old_state = p.old_state
        and w.insurance_state = p.insurance_state
        and w.commune_state = p.commune_state
        and w.surname_rarity = p.surname_rarity
        and w.middle_name_rarity = p.middle_name_rarity
        and w.given_name_rarity = p.given_name_rarity
