package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.ast.ColumnDefinition;
import io.confluent.ksql.parser.ast.ColumnRole;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.planner.analyze.TypeBinder;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.HeaderColumn;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks a stream or table: kind, columns, formats, windows. */
final class SourceCheck {
  private final Source source;
  private final Catalog catalog;

  SourceCheck(Source source, Catalog catalog) {
    this.source = source;
    this.catalog = catalog;
  }

  /** Throws what does not hold of what is given. */
  void check(JsonNode expected) {
    if (expected.has("type")) {
      same("kind", expected.get("type").asText().toUpperCase(Locale.ROOT), source.kind().name());
    }
    if (expected.has("schema")) {
      checkColumns(expected.get("schema").asText());
    }
    if (expected.has("keyFormat")) {
      checkKeyFormat(expected.get("keyFormat"));
    }
    if (expected.has("valueFormat")) {
      same("value format", formatName(expected.get("valueFormat")), source.valueFormat().name());
    }
    if (expected.has("keyFeatures")) {
      same("key features", FormatText.texts(expected.get("keyFeatures")), keyFeatures(source));
    }
    if (expected.has("valueFeatures")) {
      same(
          "value features", FormatText.texts(expected.get("valueFeatures")), valueFeatures(source));
    }
    if (expected.has("isSource")) {
      same("CREATE SOURCE", expected.get("isSource").asBoolean(), source.readOnly());
    }
  }

  static Set<String> keyFeatures(Source source) {
    return Wrapping.ofKey(source.keyFormat(), source.schema().key().size());
  }

  static Set<String> valueFeatures(Source source) {
    boolean asked = source.sql().toUpperCase(Locale.ROOT).contains("WRAP_SINGLE_VALUE");
    return Wrapping.ofValue(source.valueFormat(), source.schema().value().size(), asked);
  }

  private static String formatName(JsonNode format) {
    return format.isTextual() ? format.asText() : format.path("format").asText();
  }

  private void checkColumns(String expected) {
    List<Column> key = new ArrayList<>();
    List<Column> value = new ArrayList<>();
    List<Column> headers = new ArrayList<>();
    // Either word may be used for either kind, as long as it is one of them throughout.
    String kind = expected.toUpperCase(Locale.ROOT).contains("PRIMARY KEY") ? "TABLE" : "STREAM";
    CreateSource declared =
        (CreateSource) SqlParser.parse("CREATE " + kind + " x (" + expected + ") WITH (a='b')");
    for (ColumnDefinition definition : declared.columns()) {
      Column column =
          new Column(definition.name().text(), TypeBinder.bind(definition.type(), catalog));
      ColumnRole role = definition.role();
      if (role instanceof ColumnRole.Key || role instanceof ColumnRole.PrimaryKey) {
        key.add(column);
      } else if (role instanceof ColumnRole.Value) {
        value.add(column);
      } else {
        headers.add(column);
      }
    }
    same("key columns", key, source.schema().key());
    same("value columns", value, source.schema().value());
    same("header columns", headers, source.headers().stream().map(SourceCheck::column).toList());
  }

  private static Column column(HeaderColumn header) {
    SqlType all =
        SqlTypes.array(
            SqlTypes.struct().field("KEY", SqlTypes.STRING).field("VALUE", SqlTypes.BYTES).build());
    return new Column(header.name(), header.key().isPresent() ? SqlTypes.BYTES : all);
  }

  private void checkKeyFormat(JsonNode expected) {
    if (expected.has("format")) {
      same("key format", expected.get("format").asText(), source.keyFormat().name());
    }
    String type = expected.path("windowType").asText("");
    same("window", type, source.window().map(window -> window.type().name()).orElse(""));
    JsonNode size = expected.path("windowSize");
    Optional<Duration> expectedSize =
        size.isNumber() ? Optional.of(Duration.ofMillis(size.asLong())) : Optional.empty();
    same("window size", expectedSize, source.window().flatMap(WindowInfo::size));
  }

  private void same(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new CaseFailure(
          "%s: other %s.%n  expected %s%n  actual   %s"
              .formatted(source.name(), what, expected, actual));
    }
  }
}
