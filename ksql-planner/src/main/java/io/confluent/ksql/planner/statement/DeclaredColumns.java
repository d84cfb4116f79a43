package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.ColumnDefinition;
import io.confluent.ksql.parser.ast.ColumnRole;
import io.confluent.ksql.planner.analyze.KeyTypes;
import io.confluent.ksql.planner.analyze.TypeBinder;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.HeaderColumn;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.PseudoColumn;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that a statement declares, by what they are filled from.
 *
 * @param key key columns
 * @param value value columns
 * @param headers columns read from headers
 */
record DeclaredColumns(List<Column> key, List<Column> value, List<HeaderColumn> headers) {
  DeclaredColumns {
    key = List.copyOf(key);
    value = List.copyOf(value);
    headers = List.copyOf(headers);
  }

  static DeclaredColumns of(List<ColumnDefinition> definitions, Catalog catalog) {
    List<Column> key = new ArrayList<>();
    List<Column> value = new ArrayList<>();
    List<HeaderColumn> headers = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ColumnDefinition definition : definitions) {
      String name = definition.name().text();
      checkName(definition, names);
      SqlType type = TypeBinder.bind(definition.type(), catalog);
      ColumnRole role = definition.role();
      if (role instanceof ColumnRole.Key || role instanceof ColumnRole.PrimaryKey) {
        KeyTypes.check(type, definition.type().span());
        key.add(new Column(name, type));
      } else if (role instanceof ColumnRole.Headers) {
        addHeader(headers, definition, type, Optional.empty());
      } else if (role instanceof ColumnRole.Header header) {
        addHeader(headers, definition, type, Optional.of(header.key()));
      } else {
        value.add(new Column(name, type));
      }
    }
    return new DeclaredColumns(key, value, headers);
  }

  private static void checkName(ColumnDefinition definition, Set<String> names) {
    String name = definition.name().text();
    Span span = definition.name().span();
    if (PseudoColumn.of(name).isPresent()) {
      throw Diagnostic.error(
              ErrorCode.COLUMN_RESERVED,
              span,
              "%s is the name of a column that every row has; no other can be called so.",
              name)
          .toException();
    }
    if (!names.add(name)) {
      throw Diagnostic.error(
              ErrorCode.COLUMN_DUPLICATE, span, "There are two columns named %s.", name)
          .toException();
    }
  }

  /** Refuses two columns of one name, of which the registry may have given one. */
  void checkNames(Schema complete, Span statement) {
    Set<String> names = new HashSet<>();
    headers.forEach(header -> names.add(header.name()));
    for (Column column : complete.all()) {
      if (!names.add(column.name())) {
        throw Diagnostic.error(
                ErrorCode.COLUMN_DUPLICATE,
                statement,
                "The registered schema has a column %s, which is declared too.",
                column.name())
            .hint("Call the declared one otherwise.")
            .toException();
      }
    }
  }

  private static void addHeader(
      List<HeaderColumn> headers, ColumnDefinition definition, SqlType type, Optional<String> key) {
    SqlType wanted = key.isPresent() ? ScanExtra.Kind.HEADER.type() : ScanExtra.Kind.HEADERS.type();
    if (!type.equals(wanted)) {
      throw Diagnostic.error(
              ErrorCode.TYPE_MISMATCH,
              definition.type().span(),
              "A column of %s must be of type %s.",
              key.isPresent() ? "a header" : "all headers",
              wanted)
          .toException();
    }
    boolean clash =
        headers.stream().anyMatch(other -> other.key().isEmpty() || other.key().equals(key))
            || key.isEmpty() && !headers.isEmpty();
    if (clash) {
      throw Diagnostic.error(
              ErrorCode.COLUMN_DUPLICATE,
              definition.span(),
              "Another column has these headers already.")
          .toException();
    }
    headers.add(new HeaderColumn(definition.name().text(), key));
  }
}
