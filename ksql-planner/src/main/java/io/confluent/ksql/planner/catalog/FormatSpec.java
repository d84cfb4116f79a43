package io.confluent.ksql.planner.catalog;

import java.util.Map;
import java.util.Objects;

/**
 * How one half of a record is written.
 *
 * @param name name of the format, upper case
 * @param options its options, by upper-case name without the {@code KEY_} or {@code VALUE_} prefix
 * @param wrapped whether a single column is written as a record of one field; otherwise bare
 */
public record FormatSpec(String name, Map<String, String> options, boolean wrapped) {
  /** The format of a key without columns. */
  public static final FormatSpec NONE = new FormatSpec("NONE", Map.of(), false);

  public FormatSpec {
    Objects.requireNonNull(name, "name");
    options = Map.copyOf(options);
  }
}
