package io.confluent.ksql.planner.classic;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.ColumnDefinition;
import io.confluent.ksql.parser.ast.ColumnRole;
import io.confluent.ksql.parser.ast.CreateAsSelect;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.parser.ast.InsertSelect;
import io.confluent.ksql.parser.ast.InsertValues;
import io.confluent.ksql.parser.ast.NamedType;
import io.confluent.ksql.parser.ast.Properties;
import io.confluent.ksql.parser.ast.Property;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.SourceKind;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A statement of the classic language as one of today's that means the same. */
public final class ClassicStatements {
  /** The key of every classic source: the text of the record's key. */
  static final String ROWKEY = "ROWKEY";

  private static final String KEY = "KEY";
  private static final String WINDOWED = "WINDOWED";
  private static final Set<String> MEANINGLESS =
      Set.of(KEY, WINDOWED, "STATESTORE", "AVROSCHEMAFILE", "REGISTERED_TOPIC");

  private ClassicStatements() {}

  /**
   * The statement as it is said today.
   *
   * @param catalog what exists
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it names a key that is no column
   */
  public static Statement modern(Statement statement, Catalog catalog) {
    ClassicQueries queries = new ClassicQueries(catalog);
    if (statement instanceof CreateSource create) {
      return create(create);
    }
    if (statement instanceof CreateAsSelect create) {
      return new CreateAsSelect(
          create.span(),
          create.kind(),
          create.orReplace(),
          create.ifNotExists(),
          create.name(),
          create.with(),
          queries.stored(create.query()));
    }
    if (statement instanceof InsertSelect insert) {
      return new InsertSelect(
          insert.span(), insert.target(), insert.with(), queries.stored(insert.query()));
    }
    if (statement instanceof InsertValues insert) {
      return insert(insert, catalog);
    }
    return statement instanceof Query query ? queries.handed(query) : statement;
  }

  private static CreateSource create(CreateSource create) {
    checkKey(create);
    create
        .with()
        .get(WINDOWED)
        .filter(property -> "true".equalsIgnoreCase(String.valueOf(property.value().value())))
        .ifPresent(ClassicStatements::refuseWindowed);
    List<ColumnDefinition> columns = new ArrayList<>(create.columns());
    boolean keyed =
        columns.stream()
            .anyMatch(
                column ->
                    column.role() instanceof ColumnRole.Key
                        || column.role() instanceof ColumnRole.PrimaryKey
                        || column.name().text().equals(ROWKEY));
    if (!keyed) {
      columns.add(0, rowKey(create));
    }
    return new CreateSource(
        create.span(),
        create.kind(),
        create.orReplace(),
        create.ifNotExists(),
        create.readOnly(),
        create.name(),
        columns,
        withoutMeaningless(create.with()));
  }

  /** The key names a column of the value that says the same as the record's key. */
  private static void checkKey(CreateSource create) {
    Optional<Property> key = create.with().get(KEY);
    if (key.isEmpty() || create.columns().isEmpty()) {
      return;
    }
    String name = String.valueOf(key.get().value().value());
    List<String> known = create.columns().stream().map(column -> column.name().text()).toList();
    if (!known.contains(name) && !known.contains(name.toUpperCase(Locale.ROOT))) {
      throw Diagnostic.error(
              ErrorCode.COLUMN_NOT_FOUND,
              key.get().span(),
              "KEY names a column %s, which does not exist.",
              name)
          .hint(Names.nearest(name, known).map("Did you mean %s?"::formatted))
          .toException();
    }
  }

  private static void refuseWindowed(Property property) {
    throw Diagnostic.error(
            ErrorCode.INVALID_PROPERTY, property.span(), "WINDOWED does not say how windows are.")
        .hint("Write WINDOW_TYPE = 'TUMBLING', WINDOW_SIZE = '10 SECONDS' instead.")
        .toException();
  }

  private static ColumnDefinition rowKey(CreateSource create) {
    ColumnRole role =
        create.kind() == SourceKind.TABLE ? new ColumnRole.PrimaryKey() : new ColumnRole.Key();
    Identifier text = new Identifier("STRING", create.name().span(), false);
    return new ColumnDefinition(
        create.name().span(),
        Identifier.of(ROWKEY),
        new NamedType(create.name().span(), text, List.of()),
        role);
  }

  private static Properties withoutMeaningless(Properties with) {
    return new Properties(
        with.span(),
        with.properties().stream()
            .filter(property -> !MEANINGLESS.contains(property.name().toUpperCase(Locale.ROOT)))
            .toList());
  }

  /** Without names the values were those of the value's columns alone. */
  private static InsertValues insert(InsertValues insert, Catalog catalog) {
    Optional<Source> target = catalog.source(insert.target().text());
    boolean valueOnly =
        insert.columns().isEmpty()
            && target
                .filter(source -> source.schema().value().size() == insert.values().size())
                .filter(
                    source -> source.schema().key().stream().allMatch(ClassicStatements::isRowKey))
                .isPresent();
    List<Identifier> columns = new ArrayList<>(insert.columns());
    if (valueOnly) {
      target.get().schema().value().forEach(column -> columns.add(Identifier.of(column.name())));
    }
    return new InsertValues(
        insert.span(), insert.target(), columns, ClassicExpressions.of(insert.values()));
  }

  private static boolean isRowKey(Column column) {
    return column.name().equals(ROWKEY);
  }
}
