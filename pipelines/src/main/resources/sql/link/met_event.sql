-- Events for which the rules found nobody and that share a key of the matcher with what changed.
select distinct
    s.kind,
    s.event_hash
from known_sought_key as s
semi join changed_match_key as k on k.match_key = s.match_key
