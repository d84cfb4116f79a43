package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.log.RecordPlace;
import io.confluent.ksql.row.Row;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What changes a group. Goes from one processor to the next in memory and is never written.
 *
 * @see GroupAggregator
 */
sealed interface AggregateInput {
  /** An event of a group: the arguments of every call. */
  final class Event implements AggregateInput {
    private final Object[][] arguments;
    private final Supplier<Optional<RecordPlace>> place;
    private Row state;
    private int windows;

    /**
     * @param arguments one array a call
     * @param place gives the place of the record, for errors; asked only while it is at hand
     */
    Event(Object[][] arguments, Supplier<Optional<RecordPlace>> place) {
      this.arguments = arguments;
      this.place = place;
    }

    Object[] arguments(int call) {
      return arguments[call];
    }

    Optional<RecordPlace> place() {
      return place.get();
    }

    /** Notes that one more window took the event, and what its state is now. */
    void taken(Row newState) {
      state = newState;
      windows++;
    }

    /** How many windows took the event. */
    int windows() {
      return windows;
    }

    /** The state of the last window that took the event; null if none did. */
    Row state() {
      return state;
    }
  }

  /** What the state of a group has become already, by any number of events. */
  record State(Row row) implements AggregateInput {}
}
