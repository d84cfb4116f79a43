package io.confluent.ksql.connect.record;

import org.apache.kafka.connect.sink.SinkRecord;

/** Where a record stands in Kafka, whatever transformations have made of it since. */
public record Coordinates(String topic, int partition, long offset) {
  /** Those of a record. */
  public static Coordinates of(SinkRecord record) {
    return new Coordinates(
        record.originalTopic(), record.originalKafkaPartition(), record.originalKafkaOffset());
  }

  /** A name for the record that is the same whenever it is delivered. */
  public String id() {
    return topic + '+' + partition + '+' + offset;
  }
}
