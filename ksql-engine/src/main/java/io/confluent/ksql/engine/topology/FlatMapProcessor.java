package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.compile.Evaluator;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.function.TableCall;
import io.confluent.ksql.planner.physical.FlatMapStep;
import io.confluent.ksql.planner.physical.TableFunctionCall;
import io.confluent.ksql.row.Row;
import java.util.List;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Runs a chain, and gives each event as often as its table functions have values for it. */
final class FlatMapProcessor implements FixedKeyProcessor<Object, Object, Row> {
  private final FlatMapStep step;
  private final Chain chain;
  private final TopologyContext query;
  private FixedKeyProcessorContext<Object, Row> context;
  private TaskScope task;
  private Chain.Run run;
  private StepErrors errors;
  private Function[] functions;

  FlatMapProcessor(FlatMapStep step, Chain chain, TopologyContext query) {
    this.step = step;
    this.chain = chain;
    this.query = query;
  }

  @Override
  public void init(FixedKeyProcessorContext<Object, Row> newContext) {
    context = newContext;
    task = Chain.scope(query, newContext);
    run = chain.start(task);
    errors = task.errors(step.id());
    functions = step.calls().stream().map(this::bind).toArray(Function[]::new);
  }

  private Function bind(TableFunctionCall call) {
    List<Expr> arguments = call.arguments();
    return new Function(
        call.signature().function(),
        query.bind(call),
        arguments.stream().map(errors::compile).toArray(Evaluator[]::new));
  }

  @Override
  public void process(FixedKeyRecord<Object, Object> record) {
    Cursor row = run.apply(record.key(), record.value(), record.timestamp(), record.headers());
    if (row == null || row.value() == null) {
      return;
    }
    List<?>[] lists = new List<?>[functions.length];
    int longest = 0;
    for (int i = 0; i < lists.length; i++) {
      lists[i] = functions[i].values(row, errors);
      longest = Math.max(longest, lists[i].size());
    }
    task.endIfFailed();
    Row event = row.value();
    for (int i = 0; i < longest; i++) {
      Object[] values = new Object[lists.length];
      for (int call = 0; call < lists.length; call++) {
        values[call] = i < lists[call].size() ? lists[call].get(i) : null;
      }
      context.forward(record.withValue(event.plus(Row.of(values))));
    }
  }

  private record Function(String name, TableCall call, Evaluator[] arguments) {
    /** The values for a row; none if they cannot be computed. */
    List<?> values(Cursor row, StepErrors errors) {
      try {
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
          values[i] = arguments[i].evaluate(row);
        }
        return call.call(values);
      } catch (RuntimeException e) {
        errors.tableFunction(name, e);
        return List.of();
      }
    }
  }
}
