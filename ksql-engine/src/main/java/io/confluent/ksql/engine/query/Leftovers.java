package io.confluent.ksql.engine.query;

import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what a query leaves behind: its internal topics, their schemas and its consumer group.
 */
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  /** For a minute: a member that could not say that it leaves is dropped after 45 s. */
  private static final int TRIES = 120;

  private static final long WAIT_MS = 500;

  private static final List<String> SIDES = List.of("-key", "-value");

  private final Admin admin;
  private final Optional<SchemaRegistry> registry;

  Leftovers(Admin admin, Optional<SchemaRegistry> registry) {
    this.admin = admin;
    this.registry = registry;
  }

  /**
   * Removes what the query of an application id left. What cannot be removed stays, and is said.
   */
  void remove(String applicationId) throws InterruptedException {
    try {
      Set<String> topics = internal(admin.listTopics().names().get(), applicationId);
      if (!topics.isEmpty()) {
        admin.deleteTopics(topics).all().get();
        registry.ifPresent(schemas -> removeSubjects(schemas, topics));
      }
    } catch (ExecutionException e) {
      LOG.warn("Internal topics of {} could not be removed: {}", applicationId, e.getMessage());
    }
    removeGroup(applicationId);
  }

  /** Keys of internal topics keep the source's format, which may register their schemas. */
  static void removeSubjects(SchemaRegistry registry, Set<String> topics) {
    Set<String> unused =
        topics.stream()
            .flatMap(topic -> SIDES.stream().map(topic::concat))
            .collect(Collectors.toSet());
    try {
      unused.retainAll(registry.subjects());
      unused.forEach(registry::deleteSubject);
    } catch (RegistryException e) {
      LOG.warn("Schemas of the topics {} could not be removed: {}", topics, e.getMessage());
    }
  }

  /** Those among some topics that Kafka Streams has made for an application. */
  static Set<String> internal(Set<String> topics, String applicationId) {
    return topics.stream()
        .filter(topic -> topic.startsWith(applicationId + "-"))
        .filter(topic -> topic.endsWith("-repartition") || topic.endsWith("-changelog"))
        .collect(Collectors.toSet());
  }

  /** Tried again for a while: other nodes may still be leaving. */
  private void removeGroup(String group) throws InterruptedException {
    for (int i = 1; i <= TRIES; i++) {
      try {
        admin.deleteConsumerGroups(List.of(group)).all().get();
        return;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof org.apache.kafka.common.errors.GroupIdNotFoundException) {
          return;
        }
        if (i == TRIES) {
          LOG.warn("Consumer group {} could not be removed: {}", group, e.getMessage());
        } else {
          Thread.sleep(WAIT_MS);
        }
      }
    }
  }
}
