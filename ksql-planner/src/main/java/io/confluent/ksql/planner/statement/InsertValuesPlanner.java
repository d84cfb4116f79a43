package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.InsertValues;
import io.confluent.ksql.parser.ast.Literal;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.ConstantBinder;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.TimeText;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.PseudoColumn;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.KsqlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans INSERT INTO ... VALUES. */
public final class InsertValuesPlanner {
  private final PlanningContext context;
  private final InsertValues statement;
  private final Source target;

  private InsertValuesPlanner(PlanningContext context, InsertValues statement) {
    this.context = context;
    this.statement = statement;
    this.target = target(context, statement.target());
  }

  /**
   * The stream or table of a name, to which rows can be written.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if there is none, or they cannot
   */
  public static Source target(PlanningContext context, Identifier name) {
    if (!context.settings().get(PlannerSettings.INSERT_VALUES)) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT, name.span(), "Writing single rows is switched off here.")
          .hint("The server's setting " + PlannerSettings.INSERT_VALUES.name() + " allows it.")
          .toException();
    }
    Source target = Existing.source(context, name);
    if (target.window().isPresent() || target.readOnly()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT,
              name.span(),
              target.readOnly()
                  ? "%s is read-only."
                  : "%s is windowed; rows cannot be inserted by hand.",
              target.name())
          .toException();
    }
    return target;
  }

  /** What the statement comes to. */
  public static Plan plan(PlanningContext context, InsertValues statement) {
    return new InsertValuesPlanner(context, statement).plan();
  }

  private Plan plan() {
    Map<String, Expression> given = given();
    ConstantBinder binder = new ConstantBinder(context);
    List<Expr> key = values(target.schema().key(), given, binder);
    List<Expr> value = values(target.schema().value(), given, binder);
    Optional<Expr> time =
        Optional.ofNullable(given.get(PseudoColumn.ROWTIME.name()))
            .map(expression -> time(expression, binder));
    checkPrimaryKey(given);
    Map<String, Span> places = new HashMap<>();
    given.forEach((name, expression) -> places.put(name, expression.span()));
    return new Plan.Insert(
        target, key, value, time, new Plan.Insert.Places(statement.target().span(), places));
  }

  /** A number of milliseconds, or the text of a moment. */
  private static Expr time(Expression expression, ConstantBinder binder) {
    Column column = new Column(PseudoColumn.ROWTIME.name(), SqlTypes.BIGINT);
    if (expression instanceof Literal literal && literal.value() instanceof String text) {
      try {
        return new Constant(TimeText.timestamp(text.trim()).getTime(), SqlTypes.BIGINT);
      } catch (KsqlException e) {
        throw Diagnostic.error(
                ErrorCode.TYPE_MISMATCH, literal.span(), "ROWTIME: %s", e.getMessage())
            .toException(e);
      }
    }
    return binder.bind(expression, column);
  }

  private Map<String, Expression> given() {
    List<String> names =
        statement.columns().isEmpty()
            ? target.schema().all().stream().map(Column::name).toList()
            : statement.columns().stream().map(Identifier::text).toList();
    if (names.size() != statement.values().size()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT,
              statement.span(),
              "%d values for %d columns.",
              statement.values().size(),
              names.size())
          .hint("The columns are " + String.join(", ", names) + ".")
          .toException();
    }
    statement.columns().forEach(this::checkColumn);
    Map<String, Expression> given = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (given.put(names.get(i), statement.values().get(i)) != null) {
        throw Diagnostic.error(
                ErrorCode.COLUMN_DUPLICATE,
                statement.columns().get(i).span(),
                "Column %s is named twice.",
                names.get(i))
            .toException();
      }
    }
    return given;
  }

  private void checkColumn(Identifier name) {
    boolean header = target.headers().stream().anyMatch(h -> h.name().equals(name.text()));
    Optional<PseudoColumn> pseudo = PseudoColumn.of(name.text());
    if (header || pseudo.filter(column -> column != PseudoColumn.ROWTIME).isPresent()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT, name.span(), "%s cannot be written.", name.text())
          .toException();
    }
    List<String> known = target.schema().all().stream().map(Column::name).toList();
    if (pseudo.isEmpty() && !known.contains(name.text())) {
      throw Diagnostic.error(
              ErrorCode.COLUMN_NOT_FOUND, name.span(), "Column %s does not exist.", name.text())
          .hint(Names.nearest(name.text(), known).map("Did you mean %s?"::formatted))
          .toException();
    }
  }

  private static List<Expr> values(
      List<Column> columns, Map<String, Expression> given, ConstantBinder binder) {
    List<Expr> values = new ArrayList<>();
    for (Column column : columns) {
      Expression expression = given.get(column.name());
      values.add(
          expression == null ? new Constant(null, column.type()) : binder.bind(expression, column));
    }
    return values;
  }

  private void checkPrimaryKey(Map<String, Expression> given) {
    List<String> missing =
        target.schema().key().stream()
            .map(Column::name)
            .filter(name -> !given.containsKey(name))
            .toList();
    if (target.isTable() && !missing.isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT,
              statement.target().span(),
              "A row of a table needs its primary key: %s.",
              String.join(", ", missing))
          .hint("Name it among the columns, and give it a value.")
          .toException();
    }
  }
}
