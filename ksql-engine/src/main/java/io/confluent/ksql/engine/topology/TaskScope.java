package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.log.RecordPlace;
import io.confluent.ksql.planner.physical.StepId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What the operations of one processor of a task share; owned by the task's thread. */
final class TaskScope {
  private final TopologyContext context;
  private final Supplier<Optional<RecordPlace>> place;
  private final LongSupplier streamTime;
  private String failure;
  private Optional<RecordPlace> warned = Optional.empty();

  /**
   * @param context of the query
   * @param place gives the place of the record at hand
   * @param streamTime gives the latest time that the task has seen, ms since the epoch
   */
  TaskScope(
      TopologyContext context, Supplier<Optional<RecordPlace>> place, LongSupplier streamTime) {
    this.context = Objects.requireNonNull(context, "context");
    this.place = Objects.requireNonNull(place, "place");
    this.streamTime = Objects.requireNonNull(streamTime, "streamTime");
  }

  TopologyContext context() {
    return context;
  }

  Optional<RecordPlace> place() {
    return place.get();
  }

  long streamTime() {
    return streamTime.getAsLong();
  }

  /** Takes the errors of a step. */
  StepErrors errors(StepId step) {
    return new StepErrors(this, step);
  }

  /** Whether nothing was warned of at the record at hand before; asked once a warning. */
  boolean isFirstWarning() {
    Optional<RecordPlace> here = place();
    boolean first = here.isEmpty() || !here.equals(warned);
    warned = here;
    return first;
  }

  /** Notes that the query has to end with the record at hand. */
  void fail(String message) {
    failure = message;
  }

  /**
   * Ends the query if an error says so. Not done where the error is met: there, it would be taken
   * for one more error of an expression.
   */
  void endIfFailed() {
    if (failure != null) {
      throw new RecordFailedException(failure);
    }
  }
}
