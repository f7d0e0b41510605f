package khoyte.jobs.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How a column of the operations database is written down in a copy. */
enum CopiedValue {
  TEXT,
  NUMBER,
  YES_OR_NO,
  DAY,
  TIME;

  /**
   * @param jdbcType one of {@link Types}; PostgreSQL calls a boolean a bit
   */
  static CopiedValue of(int jdbcType) {
    return switch (jdbcType) {
      case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR -> TEXT;
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> NUMBER;
      case Types.BOOLEAN, Types.BIT -> YES_OR_NO;
      case Types.DATE -> DAY;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> TIME;
      default ->
          throw new IllegalStateException("Cannot copy a column of the JDBC type " + jdbcType);
    };
  }

  /** A value of a row, as JSON knows it. */
  @Nullable Object read(ResultSet row, int column) throws SQLException {
    Object value =
        switch (this) {
          case TEXT -> row.getString(column);
          case NUMBER -> row.getLong(column);
          case YES_OR_NO -> row.getBoolean(column);
          case DAY -> row.getObject(column, LocalDate.class);
          case TIME -> row.getObject(column, OffsetDateTime.class);
        };
    if (row.wasNull() || value == null) {
      return null;
    }
    return value instanceof OffsetDateTime time
        ? time.withOffsetSameInstant(ZoneOffset.UTC).toString()
        : value instanceof LocalDate day ? day.toString() : value;
  }

  /** The same value for a statement. */
  @Nullable Object parsed(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (this) {
      case TEXT, YES_OR_NO -> value;
      case NUMBER -> ((Number) value).longValue();
      case DAY -> LocalDate.parse(value.toString());
      case TIME -> OffsetDateTime.parse(value.toString());
    };
  }
}
