package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.log.RecordPlace;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an event adds to its group: the arguments of every call. Goes from one processor to the next
 * in memory and is never written.
 */
final class AggregateInput {
  private final Object[][] arguments;
  private final Supplier<Optional<RecordPlace>> place;
  private int windows;

  /**
   * @param arguments one array a call
   * @param place gives the place of the record, for errors; asked only while it is at hand
   */
  AggregateInput(Object[][] arguments, Supplier<Optional<RecordPlace>> place) {
    this.arguments = arguments;
    this.place = place;
  }

  Object[] arguments(int call) {
    return arguments[call];
  }

  Optional<RecordPlace> place() {
    return place.get();
  }

  /** Notes that one more window took the event. */
  void taken() {
    windows++;
  }

  /** How many windows took the event. */
  int windows() {
    return windows;
  }
}
