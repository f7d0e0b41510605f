-- Records of lists about which is asked what was decided.
create temp table asked_record (
    row_key varchar not null,
    source_table varchar not null,
    record_key varchar not null,
    list varchar not null
)
