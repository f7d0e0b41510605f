-- Whose events are by the rules, or by what a station decided in their place.
with
    said as (
        select
            k.event_no,
            k.kind,
            k.event_hash,
            k.given_day,
            k.has_key,
            k.evidence,
            k.key_citizen,
            n.event_no is not null as is_found,
            n.citizen_hash as found_citizen,
            k.key_citizen is not null and not k.is_all_equal and n.citizen_hash is not null as is_contested,
            not k.is_name_equal or s.event_no is not null as other_wins,
            c.citizen_hash as chosen_citizen
        from key_link as k
        left join name_answer as n on n.event_no = k.event_no
        left join slip as s on s.event_no = k.event_no
        left join chosen_citizen as c on c.event_no = k.event_no
    ),

    ruled as (
        select
            s.event_no,
            s.kind,
            s.event_hash,
            s.given_day,
            s.chosen_citizen,
            case
                when s.key_citizen is not null and not s.is_contested then s.key_citizen
                when not s.has_key then s.found_citizen
                when s.is_contested and s.other_wins then s.found_citizen
            end as citizen_hash,
            case
                when s.key_citizen is not null and not s.is_contested then s.evidence
                when not s.has_key then 3
                when s.is_contested and s.other_wins then 4
            end as evidence,
            not s.has_key and not s.is_found as is_nobodys
        from said as s
    )

select
    r.event_no,
    r.kind,
    r.event_hash,
    r.given_day,
    coalesce(r.chosen_citizen, r.citizen_hash) as citizen_hash,
    case
        when r.chosen_citizen is not null then 0
        when r.is_nobodys then 2
        when r.citizen_hash is not null then 0
        else 1
    end as link,
    case
        when r.chosen_citizen is not null then 6
        when r.citizen_hash is not null then r.evidence
    end as evidence
from ruled as r
