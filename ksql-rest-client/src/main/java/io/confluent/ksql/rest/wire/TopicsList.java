package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of LIST TOPICS.
 *
 * @param statementText the statement that is answered
 * @param topics the topics
 * @param warnings what the author should know
 */
public record TopicsList(String statementText, List<Topic> topics, List<Warning> warnings)
    implements Entity {
  public TopicsList {
    statementText = Copies.text(statementText);
    topics = Copies.of(topics);
    warnings = Copies.of(warnings);
  }

  /**
   * A topic.
   *
   * @param name its name
   * @param replicaInfo for each partition the number of its replicas
   */
  public record Topic(String name, List<Integer> replicaInfo) {
    public Topic {
      replicaInfo = Copies.of(replicaInfo);
    }
  }
}
