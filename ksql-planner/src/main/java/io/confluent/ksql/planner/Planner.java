package io.confluent.ksql.planner;

import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.AlterSource;
import io.confluent.ksql.parser.ast.CreateAsSelect;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.parser.ast.CreateType;
import io.confluent.ksql.parser.ast.DropSource;
import io.confluent.ksql.parser.ast.DropType;
import io.confluent.ksql.parser.ast.InsertSelect;
import io.confluent.ksql.parser.ast.InsertValues;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.QueryControl;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.classic.ClassicStatements;
import io.confluent.ksql.planner.facts.ExternalFacts;
import io.confluent.ksql.planner.facts.FormatSupport;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.statement.AlterPlanner;
import io.confluent.ksql.planner.statement.CreateAsPlanner;
import io.confluent.ksql.planner.statement.CreateSourcePlanner;
import io.confluent.ksql.planner.statement.DropPlanner;
import io.confluent.ksql.planner.statement.InsertSelectPlanner;
import io.confluent.ksql.planner.statement.InsertValuesPlanner;
import io.confluent.ksql.planner.statement.QueryControlPlanner;
import io.confluent.ksql.planner.statement.SelectPlanner;
import io.confluent.ksql.planner.statement.TerminatePlanner;
import io.confluent.ksql.planner.statement.TypePlanner;
import io.confluent.ksql.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Plans statements. Pure: no Kafka, no registry, no file, no clock, so the same inputs give the
 * same plan, and validating a script is planning it statement by statement over changed snapshots.
 */
public final class Planner {
  private static final Map<Class<? extends Statement>, BiFunction<PlanningContext, Statement, Plan>>
      PLANNERS =
          Map.ofEntries(
              entry(CreateSource.class, CreateSourcePlanner::plan),
              entry(CreateAsSelect.class, CreateAsPlanner::plan),
              entry(InsertSelect.class, InsertSelectPlanner::plan),
              entry(InsertValues.class, InsertValuesPlanner::plan),
              entry(DropSource.class, DropPlanner::plan),
              entry(AlterSource.class, AlterPlanner::plan),
              entry(CreateType.class, TypePlanner::create),
              entry(DropType.class, TypePlanner::drop),
              entry(QueryControl.class, QueryControlPlanner::plan),
              entry(Query.class, SelectPlanner::plan));

  private final FunctionRegistry functions;
  private final FormatSupport formats;

  /**
   * @param functions the functions there are
   * @param formats the formats there are
   */
  public Planner(FunctionRegistry functions, FormatSupport formats) {
    this.functions = Objects.requireNonNull(functions, "functions");
    this.formats = Objects.requireNonNull(formats, "formats");
  }

  private static <S extends Statement>
      Map.Entry<Class<? extends Statement>, BiFunction<PlanningContext, Statement, Plan>> entry(
          Class<S> type, BiFunction<PlanningContext, S, Plan> planner) {
    return Map.entry(type, (context, statement) -> planner.apply(context, type.cast(statement)));
  }

  /** The kinds of statements that are planned; the others are answered as they are. */
  public static Set<Class<? extends Statement>> plannable() {
    return PLANNERS.keySet();
  }

  /**
   * The stream or table that single rows are to be written to.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if there is none of that name, or it
   *     takes none
   */
  public Source insertTarget(Identifier name, Catalog catalog, Settings settings) {
    return InsertValuesPlanner.target(context(catalog, settings, ""), name);
  }

  /**
   * What ending the whole service comes to.
   *
   * @param topics names of topics of sinks that are deleted, as patterns
   */
  public Plan.Change terminate(List<Pattern> topics, Catalog catalog, Settings settings) {
    return TerminatePlanner.plan(context(catalog, settings, "TERMINATE CLUSTER;"), topics);
  }

  private PlanningContext context(Catalog catalog, Settings settings, String sql) {
    return new PlanningContext(
        functions, formats, catalog, ExternalFacts.none(), settings, Map.of(), sql);
  }

  /**
   * What a statement comes to.
   *
   * @param sql its text, for people
   * @param settings the server's settings
   * @param overrides what the session has set over them; a query that is started keeps it
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if its author must change it
   * @throws IllegalArgumentException if it is none of {@link #plannable()}
   */
  public Plan plan(
      Statement statement,
      String sql,
      Catalog catalog,
      ExternalFacts facts,
      Settings settings,
      Map<String, String> overrides) {
    BiFunction<PlanningContext, Statement, Plan> planner = PLANNERS.get(statement.getClass());
    if (planner == null) {
      throw new IllegalArgumentException(statement.getClass() + " is not planned");
    }
    Settings effective = PlannerSettings.ofSession(settings, overrides);
    Statement modern =
        effective.get(PlannerSettings.CLASSIC_MODE)
            ? ClassicStatements.modern(statement, catalog)
            : statement;
    return planner.apply(
        new PlanningContext(functions, formats, catalog, facts, effective, overrides, sql), modern);
  }
}
