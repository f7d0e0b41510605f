-- Who the citizens are but for the pseudonym. Where a value is from a matching answer, the answer tells it.
with
    chained as (
        select
            p.citizen_hash,
            p.first_no,
            max(p.verified_id) as citizen_id,
            max(case when t.answered_id_turn is not null then 1 else 0 end) as is_id_answered,
            max(case when p.turn = coalesce(t.answered_name_turn, t.name_turn) then p.record_hash end) as name_record,
            max(case when t.answered_name_turn is not null then 1 else 0 end) as is_name_answered,
            max(
                case
                    when p.turn = t.answered_name_turn then p.answer_name_text_hash
                    when t.answered_name_turn is null and p.turn = t.name_turn then p.name_text_hash
                end
            ) as name_text_hash,
            max(
                case
                    when p.turn = t.answered_name_turn then p.answer_name_hash
                    when t.answered_name_turn is null and p.turn = t.name_turn then p.name_hash
                end
            ) as name_hash,
            max(
                case
                    when p.turn = t.answered_name_turn then p.answer_name_folded_hash
                    when t.answered_name_turn is null and p.turn = t.name_turn then p.name_folded_hash
                end
            ) as name_folded_hash,
            max(
                case
                    when p.turn = t.answered_birth_turn then p.answer_birth_day
                    when t.answered_birth_turn is null and p.turn = t.birth_turn then p.birth_day
                end
            ) as birth_day,
            max(
                case
                    when p.turn = t.answered_birth_turn then p.answer_birth_year
                    when t.answered_birth_turn is null and p.turn = t.birth_turn then p.birth_year
                end
            ) as year_of_birth_day,
            max(
                case
                    when p.turn = t.answered_year_turn then p.answer_birth_year
                    when t.answered_year_turn is null and p.turn = t.year_turn then p.birth_year
                end
            ) as given_year,
            max(
                case
                    when p.turn = t.answered_gender_turn then p.answer_gender
                    when t.answered_gender_turn is null and p.turn = t.gender_turn then p.gender
                end
            ) as gender,
            max(case when p.turn = coalesce(t.managed_turn, t.last_turn) then p.commune end) as commune,
            max(case when p.is_managed then 1 else 0 end) as managed,
            max(case when p.undecided then 1 else 0 end) as undecided
        from placed_record as p
        inner join chain_turn as t on t.citizen_hash = p.citizen_hash
        group by p.citizen_hash, p.first_no
    )

select
    p.citizen_hash,
    p.first_no,
    p.key_id as citizen_id,
    p.is_answered as is_id_answered,
    p.record_hash as name_record,
    p.answer_name_hash is not null as is_name_answered,
    case when p.answer_name_hash is not null then p.answer_name_text_hash else p.name_text_hash end as name_text_hash,
    coalesce(p.answer_name_hash, p.name_hash) as name_hash,
    case
        when p.answer_name_hash is not null then p.answer_name_folded_hash
        else p.name_folded_hash
    end as name_folded_hash,
    coalesce(p.answer_birth_day, p.birth_day) as birth_day,
    case
        when p.answer_birth_day is not null then p.answer_birth_year
        when p.birth_day is not null then p.birth_year
        else coalesce(p.answer_birth_year, p.birth_year)
    end as birth_year,
    coalesce(p.answer_gender, p.gender) as gender,
    p.commune,
    p.is_managed as managed,
    p.undecided
from placed_record as p
where p.chain_hash is null
union all
select
    c.citizen_hash,
    c.first_no,
    c.citizen_id,
    c.is_id_answered = 1,
    c.name_record,
    c.is_name_answered = 1,
    c.name_text_hash,
    c.name_hash,
    c.name_folded_hash,
    c.birth_day,
    coalesce(c.year_of_birth_day, c.given_year),
    c.gender,
    c.commune,
    c.managed = 1,
    c.undecided = 1
from chained as c
