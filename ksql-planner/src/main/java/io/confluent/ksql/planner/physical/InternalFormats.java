package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.facts.FormatSupport;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * Formats of what only the engine reads: internal topics and stores. Values are JSON whatever the
 * source is, since a row with NULLs or without columns must come back as it was, which not every
 * format can do. Keys keep the source's format where it can hold them, so that both sides of a join
 * agree on the bytes.
 */
final class InternalFormats {
  private static final FormatSpec JSON_VALUE = new FormatSpec("JSON", Map.of(), true);
  private static final FormatSpec JSON_KEY = new FormatSpec("JSON", Map.of(), false);
  private static final FormatSpec KAFKA_KEY = new FormatSpec("KAFKA", Map.of(), false);

  private final FormatSupport formats;

  InternalFormats(FormatSupport formats) {
    this.formats = formats;
  }

  FormatSpec value() {
    return JSON_VALUE;
  }

  /**
   * The format of a key.
   *
   * @param preferred the format of the source's key
   */
  FormatSpec key(FormatSpec preferred, List<Column> columns) {
    FormatSpec wanted = preferred.name().equals(FormatSpec.NONE.name()) ? KAFKA_KEY : preferred;
    boolean able = formats.problem(wanted, columns, Schema.Side.KEY).isEmpty();
    return able && columns.size() == 1 ? wanted : JSON_KEY;
  }
}
