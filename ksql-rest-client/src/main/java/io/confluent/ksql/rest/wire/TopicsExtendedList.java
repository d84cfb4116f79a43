package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of LIST TOPICS EXTENDED.
 *
 * @param statementText the statement that is answered
 * @param topics the topics
 * @param warnings what the author should know
 */
public record TopicsExtendedList(String statementText, List<Topic> topics, List<Warning> warnings)
    implements Entity {
  public TopicsExtendedList {
    statementText = Copies.text(statementText);
    topics = Copies.of(topics);
    warnings = Copies.of(warnings);
  }

  /**
   * A topic and who reads it.
   *
   * @param name its name
   * @param replicaInfo for each partition the number of its replicas
   * @param consumerCount number of consumers
   * @param consumerGroupCount number of consumer groups
   */
  public record Topic(
      String name, List<Integer> replicaInfo, int consumerCount, int consumerGroupCount) {
    public Topic {
      replicaInfo = Copies.of(replicaInfo);
    }
  }
}
