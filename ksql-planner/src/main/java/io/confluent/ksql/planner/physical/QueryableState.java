package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The store of a running plan that holds the rows of the table it fills. This is the one place that
 * says which one that is: the first with a row a key, from the sink down, above which there is
 * nothing but filters and projections. Those are done again to each row that is read.
 *
 * @param stored the step whose store it is; the store has its name
 * @param keyFormat how keys are written in the store
 * @param above filters and projections over its rows, the one next to it first
 */
public record QueryableState(Step stored, FormatSpec keyFormat, List<Step> above) {
  public QueryableState {
    Objects.requireNonNull(stored, "stored");
    Objects.requireNonNull(keyFormat, "keyFormat");
    above = List.copyOf(above);
  }

  /** The state of a plan that writes a table or only keeps one; empty if it keeps no such rows. */
  public static Optional<QueryableState> of(PhysicalPlan plan) {
    return plan.root() instanceof SinkStep sink ? of(sink.input()) : of(plan.root());
  }

  static Optional<QueryableState> of(Step root) {
    Deque<Step> above = new ArrayDeque<>();
    Step step = root;
    while (step instanceof FilterStep || step instanceof ProjectStep) {
      above.addFirst(step);
      step = step.inputs().get(0);
    }
    List<Step> chain = List.copyOf(above);
    if (step instanceof AggregateStep aggregate) {
      return Optional.of(new QueryableState(aggregate, aggregate.keyFormat(), chain));
    }
    if (step instanceof MaterializeStep kept) {
      return Optional.of(new QueryableState(kept, kept.keyFormat(), chain));
    }
    // Only a plan that does nothing else keeps what it reads; under a sink it is not kept.
    boolean keeps = step == root && step.kind() == Source.Kind.TABLE;
    return keeps && step instanceof ScanStep scan
        ? Optional.of(new QueryableState(scan, scan.keyFormat(), chain))
        : Optional.empty();
  }
}
