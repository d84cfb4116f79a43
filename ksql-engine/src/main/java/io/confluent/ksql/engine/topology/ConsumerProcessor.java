package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.planner.catalog.Source;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Runs a chain and hands what comes out to a consumer. Of a table whose rows are filtered a
 * deletion is only handed out if the row was: what never passed was never there for whoever looks
 * on.
 */
final class ConsumerProcessor implements Processor<Object, Object, Void, Void> {
  private final Source.Kind kind;
  private final Chain chain;
  private final TopologyContext query;
  private final RowConsumer consumer;
  private final Set<Object> shown = new HashSet<>();
  private final boolean remembers;
  private Chain.Run run;
  private QueryCounters counters;

  /**
   * @param filtered whether the chain takes rows of a table out that may have been there before
   */
  ConsumerProcessor(
      Source.Kind kind,
      Chain chain,
      TopologyContext query,
      RowConsumer consumer,
      boolean filtered) {
    this.kind = kind;
    this.remembers = filtered && kind == Source.Kind.TABLE;
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
      if (remembers) {
        shown.add(row.key());
      }
      consumer.accept(row);
    } else if (kind == Source.Kind.TABLE && (!remembers || shown.remove(row.key()))) {
      counters.countOut();
      consumer.delete(row);
    }
  }
}
