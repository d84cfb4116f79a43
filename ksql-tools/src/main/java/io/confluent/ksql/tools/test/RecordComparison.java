package io.confluent.ksql.tools.test;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.compile.ExprCompiler;
import io.confluent.ksql.engine.compile.FunctionBinder;
import io.confluent.ksql.engine.facts.InstalledFormats;
import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.AssertValues;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.ConstantBinder;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.facts.ExternalFacts;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.PseudoColumn;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.setting.Settings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Compares a record with what an ASSERT says, by what it means, decoded, not by its bytes. */
final class RecordComparison {
  private final Formats formats;
  private final SchemaRegistry registry;
  private final FunctionRegistry functions;
  private final FunctionBinder binder;

  RecordComparison(
      Formats formats, SchemaRegistry registry, FunctionRegistry functions, FunctionBinder binder) {
    this.formats = formats;
    this.registry = registry;
    this.functions = functions;
    this.binder = binder;
  }

  void check(Source source, AssertValues expected, OutgoingRecord actual, Catalog catalog) {
    Map<String, Object> found = found(source, actual);
    if (expected.tombstone() && actual.value() != null) {
      throw new TestFailure(source.name() + ": expected a deletion, got " + found + ".");
    }
    if (!expected.tombstone() && actual.value() == null) {
      throw new TestFailure(source.name() + ": expected a row, got a deletion of " + found + ".");
    }
    compare(source.name(), wanted(columns(source, expected), expected, catalog), found);
  }

  /** Compares a row of a query's result. */
  void check(List<Column> columns, AssertValues expected, ResultRow actual, Catalog catalog) {
    Map<String, Object> found = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      found.put(columns.get(i).name(), actual.values().get(i));
    }
    List<Column> named =
        expected.columns().isEmpty()
            ? columns
            : expected.columns().stream().map(name -> column(columns, name)).toList();
    compare("The result", wanted(named, expected, catalog), found);
  }

  private static void compare(String where, Map<String, Object> wanted, Map<String, Object> found) {
    wanted.forEach(
        (name, value) -> {
          if (!Objects.deepEquals(value, found.get(name))) {
            throw new TestFailure("%s: expected %s, got %s.".formatted(where, wanted, found));
          }
        });
  }

  private static Column column(List<Column> columns, Identifier name) {
    return columns.stream()
        .filter(column -> column.name().equals(name.text()))
        .findFirst()
        .orElseThrow(() -> new TestFailure("There is no column " + name.text()));
  }

  private Map<String, Object> found(Source source, OutgoingRecord record) {
    Map<String, Object> found = new TreeMap<>();
    found.put(PseudoColumn.ROWTIME.name(), record.timestamp());
    byte[] key = record.key();
    if (key != null && source.window().isPresent()) {
      boolean session = source.window().get().type() == WindowInfo.Type.SESSION;
      int length = key.length - (session ? 2 * Long.BYTES : Long.BYTES);
      ByteBuffer bounds = ByteBuffer.wrap(key, length, key.length - length);
      long first = bounds.getLong();
      found.put(PseudoColumn.WINDOWSTART.name(), session ? bounds.getLong() : first);
      key = Arrays.copyOf(key, length);
    }
    put(found, source, Schema.Side.KEY, source.keyFormat(), key);
    put(found, source, Schema.Side.VALUE, source.valueFormat(), record.value());
    return found;
  }

  private void put(
      Map<String, Object> found, Source source, Schema.Side side, FormatSpec spec, byte[] bytes) {
    List<Column> columns = source.schema().columns(side);
    FormatContext context =
        FormatContext.of(source.topic(), side).withOptions(spec.options()).withRegistry(registry);
    Object[] row =
        formats
            .get(spec.name())
            .decoder(columns, spec.wrapped() ? context : context.bare())
            .decode(bytes);
    for (int i = 0; i < columns.size(); i++) {
      found.put(columns.get(i).name(), row == null ? null : row[i]);
    }
  }

  private Map<String, Object> wanted(List<Column> columns, AssertValues expected, Catalog catalog) {
    if (columns.size() != expected.values().size()) {
      throw new TestFailure(
          "%d values for %d columns.".formatted(expected.values().size(), columns.size()));
    }
    ConstantBinder constants =
        new ConstantBinder(
            new PlanningContext(
                functions,
                new InstalledFormats(formats),
                catalog,
                ExternalFacts.none(),
                Settings.defaults(),
                Map.of(),
                ""));
    Map<String, Object> wanted = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Expression expression = expected.values().get(i);
      wanted.put(columns.get(i).name(), value(constants, expression, columns.get(i)));
    }
    return wanted;
  }

  private Object value(ConstantBinder constants, Expression expression, Column column) {
    return new ExprCompiler(
            binder,
            (part, cause) -> {
              throw new TestFailure(part + ": " + cause.getMessage());
            })
        .compile(constants.bind(expression, column))
        .evaluate(null);
  }

  private static List<Column> columns(Source source, AssertValues expected) {
    List<Column> declared = expected.tombstone() ? source.schema().key() : source.schema().all();
    if (expected.columns().isEmpty()) {
      return declared;
    }
    List<Column> columns = new ArrayList<>();
    for (Identifier name : expected.columns()) {
      columns.add(
          PseudoColumn.of(name.text())
              .map(pseudo -> new Column(pseudo.name(), pseudo.type()))
              .orElseGet(() -> column(declared, name)));
    }
    return columns;
  }
}
