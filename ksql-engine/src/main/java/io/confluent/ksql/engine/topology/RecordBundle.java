package io.confluent.ksql.engine.topology;

import java.util.List;
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
    return new Deserializer<>() {
      @Override
      public Object deserialize(String topic, byte[] bytes) {
        return keys.deserialize(topic, bytes);
      }

      @Override
      public Object deserialize(String topic, Headers headers, byte[] bytes) {
        return headers instanceof Carrier ? null : keys.deserialize(topic, bytes);
      }
    };
  }

  /** Reads values, and leaves bundles to be read record by record. */
  static Deserializer<Object> valueReader(Deserializer<Object> keys, Deserializer<Object> values) {
    return new Deserializer<>() {
      @Override
      public Object deserialize(String topic, byte[] bytes) {
        return values.deserialize(topic, bytes);
      }

      @Override
      public Object deserialize(String topic, Headers headers, byte[] bytes) {
        return headers instanceof Carrier carrier
            ? new RecordBundle(carrier.records, keys, values)
            : values.deserialize(topic, bytes);
      }
    };
  }
}
