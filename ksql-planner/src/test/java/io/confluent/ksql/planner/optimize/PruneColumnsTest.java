package io.confluent.ksql.planner.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.catalog.TimestampColumn;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PruneColumnsTest {
  private static final ColumnRef A = ColumnRef.value(0, "A", SqlTypes.BOOLEAN);
  private static final ColumnRef C = ColumnRef.value(2, "C", SqlTypes.BIGINT);

  private static LogicalPlan scan(Source.Kind kind, Optional<TimestampColumn> time) {
    return new LogicalPlan.Scan(
        new Source(
            "S",
            kind,
            "",
            new Schema(
                List.of(),
                List.of(
                    new Column("A", SqlTypes.BOOLEAN),
                    new Column("B", SqlTypes.BOOLEAN),
                    new Column("C", SqlTypes.BIGINT))),
            List.of(),
            "s",
            FormatSpec.NONE,
            FormatSpec.NONE,
            Optional.empty(),
            time,
            false,
            Optional.empty()),
        List.of());
  }

  private static Optional<List<Integer>> used(LogicalPlan input, ColumnRef... selected) {
    List<NamedExpr> exprs =
        List.of(selected).stream().map(each -> new NamedExpr(each.name(), each)).toList();
    LogicalPlan plan =
        new Optimizer(Set.of()).optimize(new LogicalPlan.Project(input, List.of(), exprs));
    while (!plan.inputs().isEmpty()) {
      plan = plan.inputs().get(0);
    }
    return ((LogicalPlan.Scan) plan).used();
  }

  @Test
  void saysWhichColumnsOfAStreamAreUsed() {
    LogicalPlan stream = scan(Source.Kind.STREAM, Optional.empty());

    assertThat(used(stream, C)).contains(List.of(2));
    assertThat(used(new LogicalPlan.Filter(stream, A), C)).contains(List.of(0, 2));
    assertThat(used(stream)).contains(List.of());
  }

  @Test
  void usesTheColumnOfTheTime() {
    LogicalPlan stream =
        scan(Source.Kind.STREAM, Optional.of(new TimestampColumn("C", Optional.empty())));

    assertThat(used(stream, A)).contains(List.of(0, 2));
  }

  @Test
  void leavesAloneWhoseColumnsAreAllUsedAndTables() {
    LogicalPlan stream = scan(Source.Kind.STREAM, Optional.empty());
    ColumnRef b = ColumnRef.value(1, "B", SqlTypes.BOOLEAN);

    assertThat(used(stream, A, b, C)).isEmpty();
    assertThat(used(scan(Source.Kind.TABLE, Optional.empty()), A)).isEmpty();
  }
}
