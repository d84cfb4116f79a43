package io.confluent.ksql.mqtt.record;

import java.util.List;
import java.util.Map;

/**
 * A record on its way to subscribers.
 *
 * @param topic the MQTT topic under which it is delivered
 * @param payload its bytes, which nobody changes
 * @param properties user properties: its headers that are texts
 */
public record Delivery(String topic, byte[] payload, List<Map.Entry<String, String>> properties) {
  public Delivery {
    properties = List.copyOf(properties);
  }

  /** About how many bytes of memory it takes. */
  public int size() {
    int size = 128 + topic.length() + payload.length;
    for (var property : properties) {
      size += property.getKey().length() + property.getValue().length() + 64;
    }
    return size;
  }
}
