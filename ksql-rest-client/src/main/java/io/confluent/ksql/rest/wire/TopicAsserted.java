package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of ASSERT TOPIC when it holds.
 *
 * @param statementText the statement that is answered
 * @param topicName the topic
 * @param exists whether it exists
 * @param warnings what the author should know
 */
public record TopicAsserted(
    String statementText, String topicName, boolean exists, List<Warning> warnings)
    implements Entity {
  public TopicAsserted {
    statementText = Copies.text(statementText);
    warnings = Copies.of(warnings);
  }
}
