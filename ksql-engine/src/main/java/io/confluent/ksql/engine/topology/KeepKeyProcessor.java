package io.confluent.ksql.engine.topology;

import io.confluent.ksql.row.Row;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Runs a chain that leaves keys as they are, so that Kafka Streams knows that it does. */
final class KeepKeyProcessor implements FixedKeyProcessor<Object, Object, Row> {
  private final Chain chain;
  private final TopologyContext query;
  private FixedKeyProcessorContext<Object, Row> context;
  private Chain.Run run;

  KeepKeyProcessor(Chain chain, TopologyContext query) {
    this.chain = chain;
    this.query = query;
  }

  @Override
  public void init(FixedKeyProcessorContext<Object, Row> newContext) {
    context = newContext;
    run = chain.start(Chain.scope(query, newContext));
  }

  @Override
  public void process(FixedKeyRecord<Object, Object> record) {
    Cursor row = run.apply(record.key(), record.value(), record.timestamp(), record.headers());
    if (row != null) {
      context.forward(record.withValue(row.value()));
    }
  }
}
