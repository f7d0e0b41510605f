-- Communes: on the lists of which commune of the night's date a unit stands (none outside of the
-- province), and which other units are the same commune.
create temp table unit_on_list (unit varchar not null, commune varchar);

create temp table same_unit (unit varchar not null, other varchar not null)
