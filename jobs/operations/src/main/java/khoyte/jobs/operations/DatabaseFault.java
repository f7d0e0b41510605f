package khoyte.jobs.operations;

import java.sql.SQLException;
import java.util.Optional;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.StorageFault;

/** Which errors mean that the operations database cannot be reached. */
public final class DatabaseFault {

  private DatabaseFault() {}

  /**
   * The error for people, if the database is behind it; a full disk is no fault of the database.
   */
  public static Optional<KhoyteException> of(Throwable error) {
    if (StorageFault.isFull(error)) {
      return Optional.empty();
    }
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isConnection(sql)) {
        return Optional.of(lost(sql));
      }
    }
    return Optional.empty();
  }

  static KhoyteException lost(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new KhoyteException(error, Fault.RESOURCE, "db.lost", firstLine(root));
  }

  /**
   * SQLSTATE class 08 is the connection, 57P the server shut down; H2 closed is 90121, 90067,
   * 90098.
   */
  private static boolean isConnection(SQLException error) {
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    return state.startsWith("08")
        || state.startsWith("57P")
        || state.equals("90121")
        || state.equals("90067")
        || state.equals("90098");
  }

  private static String firstLine(Throwable error) {
    String message = error.getMessage() == null ? "" : error.getMessage();
    return message
        .lines()
        .findFirst()
        .filter(line -> !line.isBlank())
        .orElse(error.getClass().getSimpleName());
  }
}
