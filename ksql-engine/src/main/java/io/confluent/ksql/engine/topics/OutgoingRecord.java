package io.confluent.ksql.engine.topics;

import java.util.Objects;

/**
 * A record to be written. The arrays are not copied.
 *
 * @param topic where to
 * @param key may be null
 * @param value may be null
 * @param timestamp ms since the epoch
 */
@SuppressWarnings("ArrayRecordComponent")
public record OutgoingRecord(String topic, byte[] key, byte[] value, long timestamp) {
  public OutgoingRecord {
    Objects.requireNonNull(topic, "topic");
  }
}
