package io.confluent.ksql.mqtt.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A record on its way to subscribers.
 *
 * @param topic the MQTT topic under which it is delivered
 * @param payload its bytes, which nobody changes
 * @param headers of the record, in order, except for the one that names the topic
 * @param expiry when it is of no use any more; {@link Instant#MAX} if it always is
 */
public record Delivery(
    String topic, byte[] payload, List<Map.Entry<String, byte[]>> headers, Instant expiry) {
  private static final int OVERHEAD_BYTES = 128;
  private static final int OVERHEAD_OF_HEADER_BYTES = 64;

  public Delivery {
    headers = List.copyOf(headers);
  }

  /** About how many bytes of memory it takes. */
  public int size() {
    int size = OVERHEAD_BYTES + topic.length() + payload.length;
    for (var header : headers) {
      size += header.getKey().length() + header.getValue().length + OVERHEAD_OF_HEADER_BYTES;
    }
    return size;
  }

  /** Whether it is of no use any more. */
  public boolean isExpired(Instant now) {
    return now.isAfter(expiry);
  }
}
