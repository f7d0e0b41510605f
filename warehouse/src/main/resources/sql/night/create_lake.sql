-- Where the views over the tables of the lake stand.
create schema lake
