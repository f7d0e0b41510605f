-- What is known of pairs, each once.
select distinct
    p.name_state,
    p.birth_state,
    p.years,
    p.gender_state,
    p.phone_state,
    p.id_state,
    p.written_state,
    p.old_state,
    p.insurance_state,
    p.commune_state,
    p.surname_rarity,
    p.middle_name_rarity,
    p.given_name_rarity
from pair_state as p
