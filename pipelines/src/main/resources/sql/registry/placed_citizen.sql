-- Who the citizens are. The pseudonym of a citizen is that of his smallest record.
select
    u.citizen_hash,
    v.citizen_key,
    u.first_no,
    u.citizen_id,
    u.is_id_answered,
    u.name_record,
    u.is_name_answered,
    u.name_text_hash,
    u.name_hash,
    u.name_folded_hash,
    u.birth_day,
    u.birth_year,
    u.gender,
    u.commune,
    u.managed,
    u.undecided
from unnamed_citizen as u
inner join scoped_version as v on v.version_no = u.first_no
