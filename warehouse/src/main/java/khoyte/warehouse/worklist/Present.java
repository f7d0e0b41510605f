package khoyte.warehouse.worklist;

import org.jspecify.annotations.Nullable;

/** What a record says of its person, as it arrived. */
public record Present(
    @Nullable String name,
    @Nullable String birthDate,
    @Nullable String gender,
    @Nullable String id) {}
