package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.compile.Evaluator;
import io.confluent.ksql.engine.log.RecordPlace;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.Aggregation;
import io.confluent.ksql.planner.physical.WindowSpec;
import io.confluent.ksql.schema.WindowInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Runs a chain and computes the arguments of aggregate functions. Forwarding returns after the
 * aggregation has been done, so that here is seen which windows were closed already.
 */
final class AggregateInputs implements FixedKeyProcessor<Object, Object, AggregateInput> {
  private final AggregateStep step;
  private final Chain chain;
  private final TopologyContext query;
  private final Optional<CacheMaker> caching;
  private FixedKeyProcessorContext<Object, AggregateInput> context;
  private TaskScope task;
  private Chain.Run run;
  private Supplier<Optional<RecordPlace>> place;
  private StepErrors errors;
  private Evaluator[][] arguments;
  private GroupCache cache;

  /**
   * @param caching makes the cache, if there is to be one
   */
  AggregateInputs(
      AggregateStep step, Chain chain, TopologyContext query, Optional<CacheMaker> caching) {
    this.step = step;
    this.chain = chain;
    this.query = query;
    this.caching = caching;
  }

  /** Makes the cache of a processor that is being initialized. */
  @FunctionalInterface
  interface CacheMaker {
    GroupCache make(FixedKeyProcessorContext<Object, AggregateInput> context);
  }

  @Override
  public void init(FixedKeyProcessorContext<Object, AggregateInput> newContext) {
    context = newContext;
    task = Chain.scope(query, newContext);
    place = task::place;
    run = chain.start(task);
    errors = task.errors(step.id());
    arguments = step.calls().stream().map(this::compile).toArray(Evaluator[][]::new);
    cache = caching.map(maker -> maker.make(newContext)).orElse(null);
  }

  private Evaluator[] compile(Aggregation call) {
    List<Expr> exprs = call.arguments();
    return exprs.stream().map(errors::compile).toArray(Evaluator[]::new);
  }

  @Override
  public void process(FixedKeyRecord<Object, Object> record) {
    Cursor row = run.apply(record.key(), record.value(), record.timestamp(), record.headers());
    if (row == null) {
      return;
    }
    AggregateInput.Event event = new AggregateInput.Event(evaluate(row), place);
    task.endIfFailed();
    if (cache == null) {
      context.forward(record.withValue(event));
    } else {
      cache.add(record, event);
    }
    if (step.windowing().isPresent()) {
      logLateness(step.windowing().get(), event, record.timestamp());
    }
    task.endIfFailed();
  }

  private Object[][] evaluate(Cursor row) {
    Object[][] values = new Object[arguments.length][];
    for (int call = 0; call < arguments.length; call++) {
      String name = step.calls().get(call).name();
      values[call] = new Object[arguments[call].length];
      for (int i = 0; i < arguments[call].length; i++) {
        values[call][i] = errors.column(name, arguments[call][i], row);
      }
    }
    return values;
  }

  private void logLateness(WindowSpec windows, AggregateInput.Event event, long timestamp) {
    long wanted = countOf(windows, timestamp);
    long closed = wanted - event.windows();
    if (closed > 0) {
      errors.unusable(
          "The row of time "
              + timestamp
              + " is late: "
              + (wanted == 1 ? "its window is" : closed + " of its " + wanted + " windows are")
              + " closed.");
    }
  }

  private static long countOf(WindowSpec windows, long timestamp) {
    if (windows.type() == WindowInfo.Type.SESSION) {
      return 1;
    }
    long advance = windows.advance().toMillis();
    long last = timestamp / advance;
    long first = Math.max(0, Math.floorDiv(timestamp - windows.size().toMillis(), advance) + 1);
    return last - first + 1;
  }
}
