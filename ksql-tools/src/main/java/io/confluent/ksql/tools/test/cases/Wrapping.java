package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.serde.FormatAbilities;
import io.confluent.ksql.serde.Formats;
import java.util.Set;

/** How single columns are written, in the words of cases: only where the format has a choice. */
final class Wrapping {
  private Wrapping() {}

  /** The features of a key of that many columns. */
  static Set<String> ofKey(FormatSpec spec, int columns) {
    return columns == 1 && isChoice(spec) && !spec.wrapped() ? Set.of(FormatText.UNWRAP) : Set.of();
  }

  /**
   * The features of a value of that many columns.
   *
   * @param asked whether its statement says how
   */
  static Set<String> ofValue(FormatSpec spec, int columns, boolean asked) {
    if (columns != 1 || !isChoice(spec)) {
      return Set.of();
    }
    if (!spec.wrapped()) {
      return Set.of(FormatText.UNWRAP);
    }
    return asked ? Set.of(FormatText.WRAP) : Set.of();
  }

  private static boolean isChoice(FormatSpec spec) {
    return Formats.installed()
        .find(spec.name())
        .map(format -> format.abilities())
        .filter(FormatAbilities::choosesWrapping)
        .isPresent();
  }
}
