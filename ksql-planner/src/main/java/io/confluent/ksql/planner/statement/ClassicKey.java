package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.ColumnDefinition;
import io.confluent.ksql.parser.ast.ColumnRole;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.TypeBinder;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import java.util.List;

/**
 * The property KEY of old statements: it names the column of the value that repeats the record's
 * key, which was always a text. Reading that column from the key instead gives the same.
 */
final class ClassicKey {
  static final String PROPERTY = "KEY";

  private static final String DELIMITED = "DELIMITED";

  private final PlanningContext context;
  private final WithClause with;

  ClassicKey(PlanningContext context, WithClause with) {
    this.context = context;
    this.with = with;
  }

  /** The columns with the one that the property names as key column; the same without it. */
  List<ColumnDefinition> declared(List<ColumnDefinition> columns, Source.Kind kind) {
    if (!with.has(PROPERTY)) {
      return columns;
    }
    ColumnDefinition named = named(columns);
    checkReadByName();
    return columns.stream().map(column -> column == named ? asKey(column, kind) : column).toList();
  }

  private ColumnDefinition named(List<ColumnDefinition> columns) {
    String name = with.text(PROPERTY).orElseThrow();
    ColumnDefinition named =
        columns.stream()
            .filter(column -> column.name().text().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(() -> noColumn(name, columns));
    boolean isKey =
        named.role() instanceof ColumnRole.Key || named.role() instanceof ColumnRole.PrimaryKey;
    if (!isKey
        && TypeBinder.bind(named.type(), context.catalog()).baseType() != SqlBaseType.STRING) {
      throw with.invalid(
          PROPERTY,
          "names a column that is no text, as keys of old topics are. Write %s .. KEY among the columns."
              .formatted(named.name().text()));
    }
    return named;
  }

  private RuntimeException noColumn(String name, List<ColumnDefinition> columns) {
    List<String> names = columns.stream().map(column -> column.name().text()).toList();
    return Diagnostic.error(
            ErrorCode.COLUMN_NOT_FOUND, with.span(PROPERTY), "Column %s does not exist.", name)
        .hint(Names.nearest(name, names).map("Did you mean %s?"::formatted))
        .toException();
  }

  /** Where columns are told apart by their place none can be left out of the value. */
  private void checkReadByName() {
    boolean byPlace =
        with.text("VALUE_FORMAT").or(() -> with.text(Formatting.FORMAT)).stream()
            .anyMatch(DELIMITED::equalsIgnoreCase);
    if (byPlace) {
      throw with.invalid(
          PROPERTY, "is not for DELIMITED values. Declare a column for the key, of another name.");
    }
  }

  private static ColumnDefinition asKey(ColumnDefinition column, Source.Kind kind) {
    return new ColumnDefinition(
        column.span(),
        column.name(),
        column.type(),
        kind == Source.Kind.TABLE ? new ColumnRole.PrimaryKey() : new ColumnRole.Key());
  }
}
