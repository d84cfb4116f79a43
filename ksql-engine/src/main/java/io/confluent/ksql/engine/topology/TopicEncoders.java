package io.confluent.ksql.engine.topology;

import io.confluent.ksql.serde.RowEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Encoders by the topic that they write to, since a registry keeps schemas by topic: the stores of
 * a join share one serde, and have a changelog each. For one thread.
 */
final class TopicEncoders {
  private final Function<String, RowEncoder> encoders;
  private final Map<String, RowEncoder> byTopic = new HashMap<>();
  private String lastTopic = "";
  private RowEncoder last;

  /**
   * No encoders yet.
   *
   * @param encoders makes the encoder of a topic
   */
  TopicEncoders(Function<String, RowEncoder> encoders) {
    this.encoders = encoders;
  }

  RowEncoder of(String topic) {
    if (!topic.equals(lastTopic)) {
      last = byTopic.computeIfAbsent(topic, encoders);
      lastTopic = topic;
    }
    return last;
  }
}
