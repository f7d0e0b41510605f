package khoyte.pipelines.read.tabular;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import khoyte.pipelines.read.person.BirthDate;
import khoyte.pipelines.read.person.DateOrder;
import khoyte.pipelines.read.person.DateText;
import org.jspecify.annotations.Nullable;

/** The dates of a file's rows, each read in the order of its column. */
final class DateColumns {
  private final DateOrder[] orders;

  DateColumns(int fields) {
    orders = new DateOrder[fields];
    Arrays.fill(orders, DateOrder.DAY_FIRST);
  }

  void settle(int field, DateOrder order) {
    orders[field] = order;
  }

  @Nullable LocalDate day(@Nullable String[] texts, int field) {
    return DateText.day(texts[field], orders[field]);
  }

  @Nullable LocalDateTime moment(@Nullable String[] texts, int field) {
    return DateText.moment(texts[field], orders[field]);
  }

  BirthDate birth(@Nullable String[] texts, int field) {
    return DateText.birth(texts[field], orders[field]);
  }
}
