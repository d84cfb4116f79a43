package io.confluent.ksql.tools.produce;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A record to be written.
 *
 * @param key its key, null for none; not copied
 * @param value its value, null for a tombstone; not copied
 * @param timestamp its time, ms since the epoch; empty for the time at which it is sent
 */
public record OutgoingRecord(byte[] key, byte[] value, OptionalLong timestamp) {
  public OutgoingRecord {
    Objects.requireNonNull(timestamp, "timestamp");
  }
}
