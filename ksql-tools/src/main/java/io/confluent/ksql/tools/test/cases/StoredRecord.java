package io.confluent.ksql.tools.test.cases;

import java.util.Objects;
import org.apache.kafka.common.header.Headers;

/**
 * A record as a topic holds it.
 *
 * @param key may be null
 * @param value may be null
 * @param timestamp ms since the epoch
 * @param headers possibly none
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredRecord(byte[] key, byte[] value, long timestamp, Headers headers) {
  StoredRecord {
    Objects.requireNonNull(headers, "headers");
  }
}
