package khoyte.warehouse.night;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes an answer row by row: once the columns, then the rows, then the end. */
interface AnswerWriter {

  void begin(List<AnswerColumn> columns) throws IOException;

  void row(List<@Nullable Object> values) throws IOException;

  void end() throws IOException;
}
