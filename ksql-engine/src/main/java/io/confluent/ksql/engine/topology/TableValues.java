package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.log.RecordPlace;
import io.confluent.ksql.row.Row;
import java.util.Optional;
import org.apache.kafka.streams.kstream.ValueTransformerWithKey;
import org.apache.kafka.streams.processor.ProcessorContext;

/** Runs a chain over the rows of a table; a row that a filter takes out becomes null. */
final class TableValues implements ValueTransformerWithKey<Object, Row, Row> {
  private final Chain chain;
  private final TopologyContext query;
  private ProcessorContext context;
  private Chain.Run run;

  TableValues(Chain chain, TopologyContext query) {
    this.chain = chain;
    this.query = query;
  }

  @Override
  public void init(ProcessorContext newContext) {
    context = newContext;
    run = chain.start(new TaskScope(query, this::place, newContext::currentStreamTimeMs));
  }

  private Optional<RecordPlace> place() {
    return context.topic() == null
        ? Optional.empty()
        : Optional.of(new RecordPlace(context.topic(), context.partition(), context.offset()));
  }

  @Override
  public Row transform(Object key, Row value) {
    if (value == null) {
      return null;
    }
    Cursor row = run.apply(key, value, context.timestamp(), context.headers());
    return row == null ? null : row.value();
  }

  @Override
  public void close() {
    // A chain holds nothing.
  }
}
