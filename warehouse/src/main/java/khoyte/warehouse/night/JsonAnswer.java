package khoyte.warehouse.night;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as an array of objects, one a line. */
final class JsonAnswer implements AnswerWriter {
  private final Writer out;
  private final JsonGenerator json;
  private List<AnswerColumn> columns = List.of();
  private boolean first = true;

  JsonAnswer(Writer out) throws IOException {
    this.out = out;
    this.json =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .setRootValueSeparator(null);
  }

  @Override
  public void begin(List<AnswerColumn> columns) throws IOException {
    this.columns = columns;
    json.writeRaw("[");
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    json.writeRaw(first ? "\n" : ",\n");
    first = false;
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      json.writeFieldName(columns.get(i).name());
      write(values.get(i));
    }
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    json.writeRaw("\n]\n");
    json.flush();
    out.flush();
  }

  private void write(@Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof BigInteger number) {
      json.writeNumber(number);
    } else if (value instanceof Double || value instanceof Float) {
      json.writeNumber(((Number) value).doubleValue());
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(element);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(entry.getValue());
      }
      json.writeEndObject();
    } else {
      json.writeString(AnswerValue.text(value));
    }
  }
}
