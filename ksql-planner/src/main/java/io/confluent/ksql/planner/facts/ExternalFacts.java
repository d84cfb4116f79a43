package io.confluent.ksql.planner.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What planning must know of the world outside, as it was when it was asked.
 *
 * @param topics the topics that were found, by name; one that is not here does not exist
 * @param schemas the schemas that were found, by subject ({@code <topic>-key}, {@code
 *     <topic>-value}), or by subject and id as {@code <subject>#<id>}
 * @param hasRegistry whether a schema registry is configured
 * @param nextCommand offset at which the command of this statement will stand in the log
 */
public record ExternalFacts(
    Map<String, TopicFacts> topics,
    Map<String, SchemaFacts> schemas,
    boolean hasRegistry,
    long nextCommand) {
  public ExternalFacts {
    topics = Map.copyOf(topics);
    schemas = Map.copyOf(schemas);
  }

  /** No topics, no schemas, no registry, an empty log. */
  public static ExternalFacts none() {
    return new ExternalFacts(Map.of(), Map.of(), false, 0);
  }

  /** The topic of that name. */
  public Optional<TopicFacts> topic(String name) {
    return Optional.ofNullable(topics.get(name));
  }

  /** The latest schema of a subject. */
  public Optional<SchemaFacts> schema(String subject) {
    return Optional.ofNullable(schemas.get(subject));
  }

  /** The schema of an id, asked for under a subject. */
  public Optional<SchemaFacts> schema(String subject, int id) {
    return Optional.ofNullable(schemas.get(subject + "#" + id));
  }

  /** These facts with one more topic: the effect of a statement planned before. */
  public ExternalFacts withTopic(String name, TopicFacts facts) {
    Map<String, TopicFacts> more = new HashMap<>(topics);
    more.put(name, facts);
    return new ExternalFacts(more, schemas, hasRegistry, nextCommand);
  }

  /** These facts with a topic less. */
  public ExternalFacts withoutTopic(String name) {
    Map<String, TopicFacts> less = new HashMap<>(topics);
    less.remove(name);
    return new ExternalFacts(less, schemas, hasRegistry, nextCommand);
  }

  /** These facts at another place of the log. */
  public ExternalFacts atCommand(long offset) {
    return new ExternalFacts(topics, schemas, hasRegistry, offset);
  }
}
