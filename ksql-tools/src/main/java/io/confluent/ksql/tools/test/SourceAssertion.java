package io.confluent.ksql.tools.test;

import io.confluent.ksql.parser.ast.AssertSource;
import io.confluent.ksql.parser.ast.ColumnDefinition;
import io.confluent.ksql.parser.ast.ColumnRole;
import io.confluent.ksql.planner.analyze.TypeBinder;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks ASSERT STREAM and ASSERT TABLE: kind, columns, topic and formats of a source. */
final class SourceAssertion {
  private SourceAssertion() {}

  static void check(AssertSource expected, Catalog catalog) {
    Source source =
        catalog
            .source(expected.name().text())
            .orElseThrow(() -> new TestFailure("There is no " + expected.name().text()));
    same(source, "kind", expected.kind().name(), source.kind().name());
    if (!expected.columns().isEmpty()) {
      same(source, "columns", schema(expected, catalog), source.schema());
    }
    property(expected, "KAFKA_TOPIC", source, source.topic());
    property(expected, "KEY_FORMAT", source, source.keyFormat().name());
    property(expected, "VALUE_FORMAT", source, source.valueFormat().name());
  }

  private static Schema schema(AssertSource expected, Catalog catalog) {
    List<Column> key = new ArrayList<>();
    List<Column> value = new ArrayList<>();
    for (ColumnDefinition definition : expected.columns()) {
      boolean inKey =
          definition.role() instanceof ColumnRole.Key
              || definition.role() instanceof ColumnRole.PrimaryKey;
      (inKey ? key : value)
          .add(new Column(definition.name().text(), TypeBinder.bind(definition.type(), catalog)));
    }
    return new Schema(key, value);
  }

  private static void property(AssertSource expected, String name, Source source, String actual) {
    expected
        .with()
        .get(name)
        .map(property -> String.valueOf(property.value().value()))
        .map(text -> name.equals("KAFKA_TOPIC") ? text : text.toUpperCase(Locale.ROOT))
        .ifPresent(text -> same(source, name, text, actual));
  }

  private static void same(Source source, String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new TestFailure(
          "%s: expected the %s %s, got %s.".formatted(source.name(), what, expected, actual));
    }
  }
}
