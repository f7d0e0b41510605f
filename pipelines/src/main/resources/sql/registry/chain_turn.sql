-- Of citizens with records in chains, from which of these, the last updated first, each of their values is: from a
-- matching answer that has one, else from a record that has one. The commune is that of the last updated among those
-- managed, else of the last updated.
select
    p.citizen_hash,
    max(case when p.is_answered and p.key_id is not null then p.turn end) as answered_id_turn,
    max(case when p.answer_name_hash is not null then p.turn end) as answered_name_turn,
    max(case when p.name_hash is not null then p.turn end) as name_turn,
    max(case when p.answer_birth_day is not null then p.turn end) as answered_birth_turn,
    max(case when p.birth_day is not null then p.turn end) as birth_turn,
    max(case when p.answer_birth_year is not null then p.turn end) as answered_year_turn,
    max(case when p.birth_year is not null then p.turn end) as year_turn,
    max(case when p.answer_gender is not null then p.turn end) as answered_gender_turn,
    max(case when p.gender is not null then p.turn end) as gender_turn,
    max(case when p.is_managed then p.turn end) as managed_turn,
    max(p.turn) as last_turn
from placed_record as p
where p.chain_hash is not null
group by p.citizen_hash
