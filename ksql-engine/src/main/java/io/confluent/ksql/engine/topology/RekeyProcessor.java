package io.confluent.ksql.engine.topology;

import io.confluent.ksql.row.Row;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Runs a chain that gives records other keys. */
final class RekeyProcessor implements Processor<Object, Object, Object, Row> {
  private final Chain chain;
  private final TopologyContext query;
  private ProcessorContext<Object, Row> context;
  private Chain.Run run;

  RekeyProcessor(Chain chain, TopologyContext query) {
    this.chain = chain;
    this.query = query;
  }

  @Override
  public void init(ProcessorContext<Object, Row> newContext) {
    context = newContext;
    run = chain.start(Chain.scope(query, newContext));
  }

  @Override
  public void process(Record<Object, Object> record) {
    Cursor row = run.apply(record.key(), record.value(), record.timestamp(), record.headers());
    if (row != null) {
      context.forward(new Record<>(row.key(), row.value(), row.timestamp(), record.headers()));
    }
  }
}
