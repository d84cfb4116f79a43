package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.planner.catalog.Source;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Runs a chain and hands what comes out to a consumer. */
final class ConsumerProcessor implements Processor<Object, Object, Void, Void> {
  private final Source.Kind kind;
  private final Chain chain;
  private final TopologyContext query;
  private final RowConsumer consumer;
  private Chain.Run run;
  private QueryCounters counters;

  ConsumerProcessor(Source.Kind kind, Chain chain, TopologyContext query, RowConsumer consumer) {
    this.kind = kind;
    this.chain = chain;
    this.query = query;
    this.consumer = consumer;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    run = chain.start(Chain.scope(query, context));
    counters = query.counters();
  }

  @Override
  public void process(Record<Object, Object> record) {
    Cursor row = run.apply(record.key(), record.value(), record.timestamp(), record.headers());
    if (row == null) {
      return;
    }
    if (row.value() != null) {
      counters.countOut();
      consumer.accept(row);
    } else if (kind == Source.Kind.TABLE) {
      counters.countOut();
      consumer.delete(row);
    }
  }
}
