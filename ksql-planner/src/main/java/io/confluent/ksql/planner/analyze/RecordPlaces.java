package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.SelectItem;
import io.confluent.ksql.parser.ast.SingleColumn;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.ExprTrees;
import io.confluent.ksql.schema.PseudoColumn;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where the partition and the offset of records are used. */
public final class RecordPlaces {
  private static final Set<PseudoColumn> PLACES =
      EnumSet.of(PseudoColumn.ROWPARTITION, PseudoColumn.ROWOFFSET);

  private final ExprBinder binder;

  private RecordPlaces(ExprBinder binder) {
    this.binder = binder;
  }

  /**
   * Refuses them in a query of what there is now, which is not about single records.
   *
   * @param query bound already, without aggregates
   */
  public static void refuse(PlanningContext context, Query query) {
    RecordPlaces places =
        new RecordPlaces(
            new ExprBinder(
                context,
                Optional.of(new FromBinder(context).bind(query.from()).scope()),
                Optional.empty()));
    for (SelectItem item : query.select()) {
      if (item instanceof SingleColumn column) {
        places.refuse(column.expression());
      }
    }
    query.where().ifPresent(places::refuse);
  }

  private void refuse(Expression written) {
    Expr bound = binder.bindNullable(written);
    ExprTrees.forEach(
        bound,
        node -> {
          if (node instanceof ColumnRef column && isPlace(column)) {
            throw Diagnostic.error(
                    ErrorCode.INVALID_PULL_QUERY,
                    binder.place(column),
                    "%s is the place of a record in its topic; a query of what there is now does"
                        + " not know it.",
                    column.name())
                .hint("EMIT CHANGES at the end gives the records as they come.")
                .toException();
          }
        });
  }

  private static boolean isPlace(ColumnRef column) {
    return PseudoColumn.of(column.name()).filter(PLACES::contains).isPresent();
  }
}
