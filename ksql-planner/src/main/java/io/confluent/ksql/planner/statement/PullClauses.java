package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.setting.Setting;

/** What a query of what there is now may not have. */
final class PullClauses {
  private PullClauses() {}

  static void check(PlanningContext context, Query query) {
    requireOn(context, PlannerSettings.PULL_QUERIES, query.span(), "Queries without EMIT are off");
    if (query.from() instanceof Join join) {
      throw refused(join.right().span(), "JOIN");
    }
    query.window().ifPresent(window -> refuse(window.span(), "WINDOW"));
    query.groupBy().ifPresent(clause -> refuse(clause.span(), "GROUP BY"));
    query.partitionBy().ifPresent(clause -> refuse(clause.span(), "PARTITION BY"));
    query.having().ifPresent(having -> refuse(having.span(), "HAVING"));
    if (query.limit().isPresent()) {
      requireOn(context, PlannerSettings.PULL_LIMIT, query.ending(), "LIMIT is off without EMIT");
    }
  }

  private static void refuse(Span span, String clause) {
    throw refused(span, clause);
  }

  private static RuntimeException refused(Span span, String clause) {
    return Diagnostic.error(
            ErrorCode.INVALID_PULL_QUERY, span, "A query of what there is now takes no %s.", clause)
        .hint("EMIT CHANGES at the end makes it one that goes on.")
        .toException();
  }

  /** Refuses what a setting switches off. */
  static void requireOn(PlanningContext context, Setting<Boolean> setting, Span span, String what) {
    if (!context.settings().get(setting)) {
      throw Diagnostic.error(ErrorCode.INVALID_PULL_QUERY, span, "%s here.", what)
          .hint("The setting " + setting.name() + " allows it.")
          .toException();
    }
  }
}
