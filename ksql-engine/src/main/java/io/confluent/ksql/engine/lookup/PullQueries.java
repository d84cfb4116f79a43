package io.confluent.ksql.engine.lookup;

import io.confluent.ksql.engine.ConstantRow;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.engine.topology.RowChain;
import io.confluent.ksql.engine.topology.TopologyContext;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.physical.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Starts queries of tables as they are now. */
public final class PullQueries {
  private final Clock clock;

  /**
   * @param clock for the ids of queries
   */
  public PullQueries(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Starts a query.
   *
   * @param sql the statement, for people
   * @param store opens the store of {@link Plan.Pull#state}
   * @param context of the query that keeps the store
   */
  public TransientQuery run(
      Plan.Pull plan, String sql, Supplier<TableState> store, TopologyContext context) {
    List<Step> above = new ArrayList<>(plan.state().above());
    above.addAll(plan.steps());
    return new PullQuery(
        "query_" + clock.millis(),
        sql,
        plan,
        store,
        RowChain.overStore(context, plan.state().stored(), above),
        new Lookup(plan, new ConstantRow(context)).readings());
  }
}
