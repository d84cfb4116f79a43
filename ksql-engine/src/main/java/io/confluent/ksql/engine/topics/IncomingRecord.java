package io.confluent.ksql.engine.topics;

/**
 * A record that was read. The arrays are not copied.
 *
 * @param partition where from
 * @param timestamp ms since the epoch
 * @param key may be null
 * @param value may be null
 */
@SuppressWarnings("ArrayRecordComponent")
public record IncomingRecord(int partition, long timestamp, byte[] key, byte[] value) {}
