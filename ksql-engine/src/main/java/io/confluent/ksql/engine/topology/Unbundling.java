package io.confluent.ksql.engine.topology;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.InternalFixedKeyRecordFactory;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.StoreBuilder;

/** Hands bundles record by record to the processor that follows a source. */
final class Unbundling {
  private Unbundling() {}

  /** The processors of a maker, behind that. */
  static <K, V> ProcessorSupplier<Object, Object, K, V> of(
      ProcessorSupplier<Object, Object, K, V> maker) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<Object, Object, K, V> get() {
        return new Any<>(maker.get());
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return maker.stores();
      }
    };
  }

  /** The same for processors that leave keys as they are. */
  static <V> FixedKeyProcessorSupplier<Object, Object, V> ofFixedKeys(
      FixedKeyProcessorSupplier<Object, Object, V> maker) {
    return new FixedKeyProcessorSupplier<>() {
      @Override
      public FixedKeyProcessor<Object, Object, V> get() {
        return new FixedKey<>(maker.get());
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return maker.stores();
      }
    };
  }

  /**
   * A record of a bundle. What Kafka Streams knows of the record at hand is set as if it had taken
   * the record itself: its place for errors, its time and headers for stores and what is written.
   */
  private static Record<Object, Object> decoded(
      RecordBundle bundle,
      ConsumerRecord<byte[], byte[]> record,
      InternalProcessorContext<?, ?> context) {
    context.setRecordContext(
        new ProcessorRecordContext(
            record.timestamp(),
            record.offset(),
            record.partition(),
            record.topic(),
            record.headers(),
            record.key(),
            record.value()));
    return new Record<>(
        bundle.keys().deserialize(record.topic(), record.headers(), record.key()),
        bundle.values().deserialize(record.topic(), record.headers(), record.value()),
        record.timestamp(),
        record.headers());
  }

  private static final class Any<K, V> implements Processor<Object, Object, K, V> {
    private final Processor<Object, Object, K, V> processor;
    private InternalProcessorContext<?, ?> context;

    Any(Processor<Object, Object, K, V> processor) {
      this.processor = processor;
    }

    @Override
    public void init(ProcessorContext<K, V> newContext) {
      context = (InternalProcessorContext<?, ?>) newContext;
      processor.init(newContext);
    }

    @Override
    public void process(Record<Object, Object> record) {
      if (record.value() instanceof RecordBundle bundle) {
        for (ConsumerRecord<byte[], byte[]> bundled : bundle.records()) {
          processor.process(decoded(bundle, bundled, context));
        }
      } else {
        processor.process(record);
      }
    }

    @Override
    public void close() {
      processor.close();
    }
  }

  private static final class FixedKey<V> implements FixedKeyProcessor<Object, Object, V> {
    private final FixedKeyProcessor<Object, Object, V> processor;
    private InternalProcessorContext<?, ?> context;

    FixedKey(FixedKeyProcessor<Object, Object, V> processor) {
      this.processor = processor;
    }

    @Override
    public void init(FixedKeyProcessorContext<Object, V> newContext) {
      context = (InternalProcessorContext<?, ?>) newContext;
      processor.init(newContext);
    }

    @Override
    public void process(FixedKeyRecord<Object, Object> record) {
      if (record.value() instanceof RecordBundle bundle) {
        for (ConsumerRecord<byte[], byte[]> bundled : bundle.records()) {
          processor.process(
              InternalFixedKeyRecordFactory.create(decoded(bundle, bundled, context)));
        }
      } else {
        processor.process(record);
      }
    }

    @Override
    public void close() {
      processor.close();
    }
  }
}
