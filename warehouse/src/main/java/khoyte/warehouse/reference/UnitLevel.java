package khoyte.warehouse.reference;

/** Level of an administrative unit; there are no districts after 01/07/2025. */
public enum UnitLevel {
  PROVINCE,
  DISTRICT,
  COMMUNE
}
