package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.InsertSelect;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.BoundQuery;
import io.confluent.ksql.planner.analyze.QueryBinder;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Plans INSERT INTO ... SELECT. */
public final class InsertSelectPlanner {
  private static final String QUERY_ID = "QUERY_ID";
  private static final Pattern VALID_ID = Pattern.compile("[A-Z0-9_]+");
  private static final List<String> TAKEN_PREFIXES =
      List.of("CTAS_", "CSAS_", "INSERTQUERY_", "CST_");

  private InsertSelectPlanner() {}

  /** What the statement comes to. */
  public static Plan plan(PlanningContext context, InsertSelect statement) {
    Source target = Existing.source(context, statement.target());
    checkTarget(statement, target);
    WithClause with = new WithClause(statement.with(), statement.target().span());
    with.check(Set.of(QUERY_ID));
    String queryId =
        with.text(QUERY_ID)
            .map(id -> given(context, with, id.toUpperCase(Locale.ROOT)))
            .orElseGet(() -> "INSERTQUERY_" + context.facts().nextCommand());
    BoundQuery query = QueryBinder.bind(context, statement.query(), QueryBinder.Destination.SINK);
    if (query.plan().kind() != Source.Kind.STREAM) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT,
              statement.query().span(),
              "This query gives a table, and only rows of a stream can be inserted.")
          .hint("CREATE TABLE ... AS SELECT ... stores a table.")
          .toException();
    }
    Step root = QueryPlans.steps(context, query);
    checkSchema(statement, target, root.schema());
    PhysicalPlan plan =
        new PhysicalPlan(
            new SinkStep(
                new StepId(target.name()),
                root,
                target.topic(),
                target.keyFormat(),
                target.valueFormat(),
                target.timestamp()));
    PersistentQuery persistent =
        new PersistentQuery(
            queryId,
            PersistentQuery.Kind.INSERT,
            context.sql(),
            query.sources(),
            Optional.of(target.name()),
            plan,
            context.overrides(),
            PersistentQuery.State.RUNNING);
    return Changes.of(
        context,
        Changes.createId(Source.Kind.STREAM, target.name()),
        "Created query with ID " + queryId,
        List.of(new CatalogChange.PutQuery(persistent)),
        List.of(),
        Optional.of(queryId));
  }

  private static void checkTarget(InsertSelect statement, Source target) {
    String problem = null;
    if (target.isTable()) {
      problem = "%s is a table; rows can only be inserted into a stream.";
    } else if (target.readOnly()) {
      problem = "%s is read-only.";
    } else if (!target.headers().isEmpty()) {
      problem = "%s has columns of headers, which cannot be written.";
    }
    if (problem != null) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT, statement.target().span(), problem, target.name())
          .toException();
    }
  }

  private static String given(PlanningContext context, WithClause with, String id) {
    if (!VALID_ID.matcher(id).matches()) {
      throw with.invalid(QUERY_ID, "may hold letters, digits and _ only.");
    }
    if (TAKEN_PREFIXES.stream().anyMatch(id::startsWith)) {
      throw with.invalid(QUERY_ID, "must not begin like the ids that are made: " + TAKEN_PREFIXES);
    }
    if (context.catalog().query(id).isPresent()) {
      throw with.invalid(QUERY_ID, "is that of another query: " + id);
    }
    return id;
  }

  private static void checkSchema(InsertSelect statement, Source target, Schema result) {
    boolean same =
        types(result.key()).equals(types(target.schema().key()))
            && result.value().equals(target.schema().value());
    if (!same) {
      throw Diagnostic.error(
              ErrorCode.INVALID_INSERT,
              statement.query().span(),
              "The columns of the query are not those of %s.",
              target.name())
          .note("The query gives " + result + ".")
          .note(target.name() + " has " + target.schema() + ".")
          .toException();
    }
  }

  private static List<SqlType> types(List<Column> columns) {
    return columns.stream().map(Column::type).toList();
  }
}
