package io.confluent.ksql.tools.test;

import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.parser.ast.InsertValues;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.PseudoColumn;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.Arrays;

/** Compares records by what they mean, decoded, not by their bytes. */
final class RecordComparison {
  private static final int TIME_WINDOW_BYTES = Long.BYTES;

  private final Formats formats;
  private final SchemaRegistry registry;

  RecordComparison(Formats formats, SchemaRegistry registry) {
    this.formats = formats;
    this.registry = registry;
  }

  void check(
      Source source,
      OutgoingRecord expected,
      boolean tombstone,
      OutgoingRecord actual,
      InsertValues written) {
    Object[] expectedKey = key(source, expected.key());
    Object[] actualKey = key(source, unwindowed(source, actual.key()));
    same(source, "key", expectedKey, actualKey);
    Object[] actualValue = value(source, actual.value());
    if (tombstone) {
      same(source, "value", null, actualValue);
    } else {
      same(source, "value", value(source, expected.value()), actualValue);
    }
    boolean timed =
        written.columns().stream().anyMatch(c -> c.text().equals(PseudoColumn.ROWTIME.name()));
    if (timed && expected.timestamp() != actual.timestamp()) {
      throw new TestFailure(
          "%s: expected the time %d, got %d."
              .formatted(source.name(), expected.timestamp(), actual.timestamp()));
    }
  }

  private static byte[] unwindowed(Source source, byte[] key) {
    if (key == null || source.window().isEmpty()) {
      return key;
    }
    int suffix =
        source.window().get().type() == WindowInfo.Type.SESSION
            ? 2 * TIME_WINDOW_BYTES
            : TIME_WINDOW_BYTES;
    return Arrays.copyOf(key, key.length - suffix);
  }

  private Object[] key(Source source, byte[] bytes) {
    return decode(source, Schema.Side.KEY, source.keyFormat(), bytes);
  }

  private Object[] value(Source source, byte[] bytes) {
    return decode(source, Schema.Side.VALUE, source.valueFormat(), bytes);
  }

  private Object[] decode(Source source, Schema.Side side, FormatSpec spec, byte[] bytes) {
    FormatContext context =
        FormatContext.of(source.topic(), side)
            .withSource(source.name())
            .withOptions(spec.options())
            .withRegistry(registry);
    return formats
        .get(spec.name())
        .decoder(source.schema().columns(side), spec.wrapped() ? context : context.bare())
        .decode(bytes);
  }

  private static void same(Source source, String what, Object[] expected, Object[] actual) {
    if (!Arrays.deepEquals(expected, actual)) {
      throw new TestFailure(
          "%s: expected the %s %s, got %s."
              .formatted(source.name(), what, Arrays.toString(expected), Arrays.toString(actual)));
    }
  }
}
