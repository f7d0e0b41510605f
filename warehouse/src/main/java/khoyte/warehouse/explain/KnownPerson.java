package khoyte.warehouse.explain;

/**
 * A health record of a citizen with whom a record is compared.
 *
 * @param maHssk its key
 * @param firstHssk smallest key of its citizen, by which people call him
 * @param isSameCommune whether its commune is that of the asked record, in whatever year
 */
public record KnownPerson(
    String maHssk,
    String citizenKey,
    String firstHssk,
    boolean isSameCommune,
    PersonValues values) {}
