package io.confluent.ksql.tools.test;

import io.confluent.ksql.parser.ast.AssertSource;
import io.confluent.ksql.parser.ast.ColumnDefinition;
import io.confluent.ksql.parser.ast.ColumnRole;
import io.confluent.ksql.parser.ast.Property;
import io.confluent.ksql.planner.analyze.TypeBinder;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.HeaderColumn;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.catalog.TimestampColumn;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks ASSERT STREAM and ASSERT TABLE: kind, columns, and each property that is asserted. */
final class SourceAssertion {
  private static final String KEY = "KEY_";
  private static final String VALUE = "VALUE_";

  private SourceAssertion() {}

  static void check(AssertSource expected, Catalog catalog) {
    Source source =
        catalog
            .source(expected.name().text())
            .orElseThrow(() -> new TestFailure("There is no " + expected.name().text()));
    same(source, "kind", expected.kind().name(), source.kind().name());
    if (!expected.columns().isEmpty()) {
      same(source, "columns", schema(expected, catalog), source.schema());
      same(source, "columns of headers", headers(expected), source.headers());
    }
    expected.with().properties().forEach(property -> property(property, source));
  }

  private static List<HeaderColumn> headers(AssertSource expected) {
    List<HeaderColumn> headers = new ArrayList<>();
    for (ColumnDefinition definition : expected.columns()) {
      String name = definition.name().text();
      if (definition.role() instanceof ColumnRole.Headers) {
        headers.add(new HeaderColumn(name, Optional.empty()));
      } else if (definition.role() instanceof ColumnRole.Header header) {
        headers.add(new HeaderColumn(name, Optional.of(header.key())));
      }
    }
    return headers;
  }

  private static Schema schema(AssertSource expected, Catalog catalog) {
    List<Column> key = new ArrayList<>();
    List<Column> value = new ArrayList<>();
    for (ColumnDefinition definition : expected.columns()) {
      if (definition.role() instanceof ColumnRole.Headers
          || definition.role() instanceof ColumnRole.Header) {
        continue;
      }
      boolean inKey =
          definition.role() instanceof ColumnRole.Key
              || definition.role() instanceof ColumnRole.PrimaryKey;
      (inKey ? key : value)
          .add(new Column(definition.name().text(), TypeBinder.bind(definition.type(), catalog)));
    }
    return new Schema(key, value);
  }

  private static void property(Property property, Source source) {
    String wanted = String.valueOf(property.value().value());
    switch (property.name()) {
      case "KAFKA_TOPIC" -> same(source, "topic", wanted, source.topic());
      case "FORMAT" -> {
        same(source, "key format", upper(wanted), source.keyFormat().name());
        same(source, "value format", upper(wanted), source.valueFormat().name());
      }
      case "KEY_FORMAT" -> same(source, "key format", upper(wanted), source.keyFormat().name());
      case "VALUE_FORMAT" ->
          same(source, "value format", upper(wanted), source.valueFormat().name());
      case "WRAP_SINGLE_VALUE" ->
          same(
              source,
              "WRAP_SINGLE_VALUE",
              Boolean.parseBoolean(wanted),
              source.valueFormat().wrapped());
      case "TIMESTAMP" ->
          same(
              source,
              "timestamp column",
              Optional.of(wanted).map(SourceAssertion::column),
              source.timestamp().map(TimestampColumn::column));
      case "TIMESTAMP_FORMAT" ->
          same(
              source,
              "timestamp format",
              Optional.of(wanted),
              source.timestamp().flatMap(TimestampColumn::pattern));
      case "WINDOW_TYPE" ->
          same(
              source,
              "window type",
              Optional.of(upper(wanted)),
              source.window().map(window -> window.type().name()));
      default -> option(property.name(), wanted, source);
    }
  }

  private static void option(String name, String wanted, Source source) {
    FormatSpec format;
    if (name.startsWith(KEY)) {
      format = source.keyFormat();
    } else if (name.startsWith(VALUE)) {
      format = source.valueFormat();
    } else {
      throw new TestFailure("The property " + name + " cannot be asserted.");
    }
    String option = name.substring(name.indexOf('_') + 1);
    same(source, name, Optional.of(wanted), Optional.ofNullable(format.options().get(option)));
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static String column(String name) {
    return name.startsWith("`") ? name.substring(1, name.length() - 1) : upper(name);
  }

  private static void same(Source source, String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new TestFailure(
          "%s: expected the %s %s, got %s.".formatted(source.name(), what, expected, actual));
    }
  }
}
