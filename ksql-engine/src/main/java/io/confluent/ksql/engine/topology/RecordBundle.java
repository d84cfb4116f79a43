package io.confluent.ksql.engine.topology;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What a source gives in place of a row where records go through Kafka Streams together: records of
 * one partition that follow each other, not decoded yet.
 *
 * @see RecordBundles
 */
record RecordBundle(
    List<ConsumerRecord<byte[], byte[]>> records,
    Deserializer<Object> keys,
    Deserializer<Object> values) {

  /** How a bundle gets to the source: headers are the only part of a record that is not bytes. */
  static final class Carrier extends RecordHeaders {
    private final List<ConsumerRecord<byte[], byte[]>> records;

    Carrier(List<ConsumerRecord<byte[], byte[]>> records) {
      this.records = records;
    }
  }

  /** Reads keys; a bundle has none. */
  static Deserializer<Object> keyReader(Deserializer<Object> keys) {
    return reader(keys, bundled -> null);
  }

  /** Reads values, and leaves bundles to be read record by record. */
  static Deserializer<Object> valueReader(Deserializer<Object> keys, Deserializer<Object> values) {
    return reader(values, bundled -> new RecordBundle(bundled, keys, values));
  }

  private static Deserializer<Object> reader(
      Deserializer<Object> single,
      Function<List<ConsumerRecord<byte[], byte[]>>, Object> ofBundle) {
    return new Deserializer<>() {
      @Override
      public Object deserialize(String topic, byte[] bytes) {
        return single.deserialize(topic, bytes);
      }

      @Override
      public Object deserialize(String topic, Headers headers, byte[] bytes) {
        return headers instanceof Carrier carrier
            ? ofBundle.apply(carrier.records)
            : single.deserialize(topic, bytes);
      }
    };
  }
}
