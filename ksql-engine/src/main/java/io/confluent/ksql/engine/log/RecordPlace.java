package io.confluent.ksql.engine.log;

import java.util.Objects;

/**
 * Where a record was read.
 *
 * @param topic the topic
 * @param partition the partition
 * @param offset the offset in it
 */
public record RecordPlace(String topic, int partition, long offset) {
  public RecordPlace {
    Objects.requireNonNull(topic, "topic");
  }

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
