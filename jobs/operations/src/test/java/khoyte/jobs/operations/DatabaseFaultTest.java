package khoyte.jobs.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import khoyte.warehouse.Messages;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class DatabaseFaultTest {

  @Test
  void aConnectionThatBreaksIsSaidInOneLine() {
    SQLException broken = new SQLException("Connection refused\nat somewhere", "08001");

    assertThat(
            DatabaseFault.of(new DataAccessResourceFailureException("x", broken))
                .orElseThrow()
                .text(Messages.VIETNAMESE))
        .startsWith("Không thể kết nối cơ sở dữ liệu vận hành: Connection refused. ");
  }

  @Test
  void aFullDiskIsNoFaultOfTheDatabase() {
    SQLException closed = new SQLException("Database is closed", "90098");
    closed.initCause(new IOException("No space left on device"));

    assertThat(DatabaseFault.of(new DataAccessResourceFailureException("x", closed))).isEmpty();
  }

  @Test
  void aWrongStatementIsNoLostConnection() {
    SQLException wrong = new SQLException("Column not found", "42122");

    assertThat(DatabaseFault.of(new DataAccessResourceFailureException("x", wrong))).isEmpty();
  }
}
