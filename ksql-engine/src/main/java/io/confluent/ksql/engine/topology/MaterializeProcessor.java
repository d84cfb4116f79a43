package io.confluent.ksql.engine.topology;

import io.confluent.ksql.row.Row;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Writes the changes of a table to a store, and hands them on. */
final class MaterializeProcessor implements Processor<Object, Row, Object, Row> {
  private final String storeName;
  private ProcessorContext<Object, Row> context;
  private TimestampedKeyValueStore<Object, Row> store;

  private MaterializeProcessor(String storeName) {
    this.storeName = storeName;
  }

  /** Makes a processor a task, with its store. */
  static ProcessorSupplier<Object, Row, Object, Row> into(
      StoreBuilder<TimestampedKeyValueStore<Object, Row>> store) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<Object, Row, Object, Row> get() {
        return new MaterializeProcessor(store.name());
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(store);
      }
    };
  }

  @Override
  public void init(ProcessorContext<Object, Row> newContext) {
    context = newContext;
    store = newContext.getStateStore(storeName);
  }

  @Override
  public void process(Record<Object, Row> change) {
    if (change.key() != null) {
      store.put(change.key(), ValueAndTimestamp.make(change.value(), change.timestamp()));
    }
    context.forward(change);
  }
}
