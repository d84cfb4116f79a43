package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.FilterStep;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.row.RowView;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Filters and projections over rows that come from no topology: from a store, or from a reader that
 * queries share. They are computed as in a topology. For one thread.
 */
public final class RowChain {
  private final Chain.Run run;

  private RowChain(Chain.Run run) {
    this.run = run;
  }

  /**
   * A chain over the rows of a store.
   *
   * @param stored the step whose store it is
   * @param above filters and projections, the first first
   */
  public static RowChain overStore(TopologyContext context, Step stored, List<Step> above) {
    Chain chain = Chain.after(stored.id());
    if (stored instanceof AggregateStep aggregate) {
      chain = chain.then(stored.id(), GroupAggregator.results(aggregate));
    }
    return new RowChain(start(context, chain, above));
  }

  /**
   * A chain over the records of a topic.
   *
   * @param steps filters and projections, the first first
   */
  public static RowChain overRecords(TopologyContext context, Step scan, List<Step> steps) {
    return new RowChain(start(context, Chain.after(scan.id()), steps));
  }

  private static Chain.Run start(TopologyContext context, Chain chain, List<Step> steps) {
    Chain whole = chain;
    for (Step step : steps) {
      if (step instanceof FilterStep filter) {
        whole = whole.then(step.id(), Operations.filterRows(filter));
      } else if (step instanceof ProjectStep project) {
        whole = whole.then(step.id(), Operations.project(project));
      } else {
        throw new IllegalArgumentException("No row by itself comes out of step " + step.id());
      }
    }
    return whole.start(new TaskScope(context, Optional::empty, () -> 0L));
  }

  /**
   * A row at the end of the chain.
   *
   * @param key a row, or a windowed row
   * @param value not null
   * @return valid until the next row; empty if a filter takes it out
   */
  public Optional<RowView> row(Object key, Row value, long timestamp) {
    Cursor row = run.apply(key, value, timestamp, new RecordHeaders());
    return row == null || row.value() == null ? Optional.empty() : Optional.of(row);
  }

  /** A row of which only the key and the time are left. Valid until the next row. */
  public Optional<RowView> deleted(Object key, long timestamp) {
    return Optional.ofNullable(run.apply(key, null, timestamp, new RecordHeaders()));
  }
}
