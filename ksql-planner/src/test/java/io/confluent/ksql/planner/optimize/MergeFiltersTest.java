package io.confluent.ksql.planner.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Logical;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergeFiltersTest {
  private static final Source SOURCE =
      new Source(
          "S",
          Source.Kind.STREAM,
          "",
          new Schema(
              List.of(),
              List.of(new Column("A", SqlTypes.BOOLEAN), new Column("B", SqlTypes.BOOLEAN))),
          List.of(),
          "s",
          FormatSpec.NONE,
          FormatSpec.NONE,
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty());
  private static final LogicalPlan SCAN = new LogicalPlan.Scan(SOURCE, List.of());
  private static final Expr A = ColumnRef.value(0, "A", SqlTypes.BOOLEAN);
  private static final Expr B = ColumnRef.value(1, "B", SqlTypes.BOOLEAN);

  private final LogicalPlan two = new LogicalPlan.Filter(new LogicalPlan.Filter(SCAN, A), B);

  @Test
  void mergesAdjacentFiltersInnerConditionFirst() {
    assertThat(new Optimizer(Set.of()).optimize(two))
        .isEqualTo(new LogicalPlan.Filter(SCAN, Logical.and(A, B)));
  }

  @Test
  void leavesOneFilterAlone() {
    LogicalPlan one = new LogicalPlan.Filter(SCAN, A);

    assertThat(new MergeFilters().apply(one)).isEmpty();
    assertThat(new MergeFilters().apply(SCAN)).isEmpty();
  }

  @Test
  void canBeSwitchedOffByName() {
    assertThat(new Optimizer(Set.of("MergeFilters")).optimize(two)).isEqualTo(two);
  }
}
