package khoyte.warehouse.table;

/** What a field may hold, with the Java class in which a row carries it. */
public enum FieldType {
  TEXT(String.class),
  /** A calendar date without zone. */
  DATE(java.time.LocalDate.class),
  /** Local date and time in Viet Nam, without zone. */
  DATE_TIME(java.time.LocalDateTime.class),
  INTEGER(Integer.class),
  LONG(Long.class),
  BOOLEAN(Boolean.class),
  /** Amounts and quantities: 20 digits, 4 of them decimals. */
  DECIMAL(java.math.BigDecimal.class),
  TEXT_LIST(java.util.List.class),
  LONG_LIST(java.util.List.class);

  public static final int DECIMAL_DIGITS = 20;
  public static final int DECIMAL_SCALE = 4;

  private final Class<?> javaClass;

  FieldType(Class<?> javaClass) {
    this.javaClass = javaClass;
  }

  public Class<?> javaClass() {
    return javaClass;
  }
}
