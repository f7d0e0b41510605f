package khoyte.warehouse;

/** Who must act on an error. */
public enum Fault {
  /** The user or the configuration: wrong argument, key or value. */
  ARGUMENT,
  /** The sender of a file. */
  INPUT,
  /** The operator: disk, rights, database, another night running. */
  RESOURCE,
  /** Nobody outside: a check of the night itself did not hold, and nothing was published. */
  CHECK
}
