package khoyte.pipelines.read.worklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Values that stand in the place of a record's own; null where its own stays. */
public record Corrected(
    @Nullable String citizenId,
    @Nullable String name,
    @Nullable LocalDate birthDate,
    @Nullable Integer gender) {

  static final Corrected NOTHING = new Corrected(null, null, null, null);
}
