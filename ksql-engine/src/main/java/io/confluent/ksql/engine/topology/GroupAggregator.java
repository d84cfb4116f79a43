package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.planner.function.AggregateCall;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.row.Row;
import java.util.Optional;
import org.apache.kafka.streams.kstream.Aggregator;
import org.apache.kafka.streams.kstream.Initializer;

/**
 * The functions of an aggregation over states, which are rows of one intermediate value a call.
 * Kafka Streams shares the object among the threads of a query, so each has functions of its own.
 */
final class GroupAggregator implements Initializer<Row>, Aggregator<Object, AggregateInput, Row> {
  private final AggregateStep step;
  private final TopologyContext query;
  private final ThreadLocal<AggregateCall[]> calls;

  GroupAggregator(AggregateStep step, TopologyContext query) {
    this.step = step;
    this.query = query;
    calls = ThreadLocal.withInitial(() -> bind(step, query));
  }

  static AggregateCall[] bind(AggregateStep step, TopologyContext query) {
    return step.calls().stream().map(query::bind).toArray(AggregateCall[]::new);
  }

  @Override
  public Row apply() {
    AggregateCall[] functions = calls.get();
    Object[] state = new Object[functions.length];
    for (int i = 0; i < state.length; i++) {
      state[i] = functions[i].initialize();
    }
    return Row.of(state);
  }

  @Override
  public Row apply(Object key, AggregateInput input, Row state) {
    return input instanceof AggregateInput.Event event
        ? add(event, state)
        : ((AggregateInput.State) input).row();
  }

  /** The state with one more event; a call that fails keeps the state it had. */
  Row add(AggregateInput.Event event, Row state) {
    Row next = changed(AggregateCall::aggregate, event, state);
    event.taken(next);
    return next;
  }

  /** The state without an event that was in it; a call that fails keeps the state it had. */
  Row undo(AggregateInput.Event event, Row state) {
    return changed(AggregateCall::undo, event, state);
  }

  @FunctionalInterface
  private interface Change {
    Object of(AggregateCall function, Object[] arguments, Object state);
  }

  private Row changed(Change change, AggregateInput.Event event, Row state) {
    AggregateCall[] functions = calls.get();
    Object[] next = new Object[functions.length];
    for (int i = 0; i < next.length; i++) {
      try {
        next[i] = change.of(functions[i], event.arguments(i), state.value(i));
      } catch (RuntimeException e) {
        report(i, event, e);
        next[i] = state.value(i);
      }
    }
    return Row.of(next);
  }

  private void report(int call, AggregateInput.Event event, RuntimeException error) {
    String name = step.calls().get(call).name();
    String cause = ProcessingError.causesOf(error).get(0);
    query.counters().countError();
    query
        .log()
        .write(
            new ProcessingError(
                ProcessingError.Type.RECORD_PROCESSING,
                query.queryId(),
                step.id().path(),
                "Column " + name + " leaves the row out: " + cause,
                ProcessingError.causesOf(error),
                event.place(),
                Optional.of(name),
                Optional.empty()));
    if (query.onError() == TopologyContext.OnError.FAIL) {
      throw new RecordFailedException(cause);
    }
  }

  /** The state of two sessions made one. */
  Row merge(Row older, Row newer) {
    AggregateCall[] functions = calls.get();
    Object[] merged = new Object[functions.length];
    for (int i = 0; i < merged.length; i++) {
      merged[i] = functions[i].merge(older.value(i), newer.value(i));
    }
    return Row.of(merged);
  }

  /** From a state to the row of results. */
  static Operation.Factory results(AggregateStep step) {
    return task -> {
      StepErrors errors = task.errors(step.id());
      AggregateCall[] functions = bind(step, task.context());
      return row -> {
        Row state = row.value();
        if (state != null) {
          Object[] values = new Object[functions.length];
          for (int i = 0; i < values.length; i++) {
            AggregateCall function = functions[i];
            Object intermediate = state.value(i);
            values[i] =
                errors.column(
                    step.calls().get(i).name(), ignored -> function.map(intermediate), row);
          }
          row.setValue(Row.of(values));
        }
        return true;
      };
    };
  }
}
