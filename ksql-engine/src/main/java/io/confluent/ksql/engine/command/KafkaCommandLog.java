package io.confluent.ksql.engine.command;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.topics.KafkaCalls;
import io.confluent.ksql.planner.command.Command;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The command log as a topic of one partition. Writers are fenced by one transactional id: who
 * writes has read everything before, and nobody else can have written since.
 */
public final class KafkaCommandLog implements CommandLog {
  private final CommandTopicReader reader;
  private final CommandTopicWriter writer;

  private KafkaCommandLog(Map<String, Object> clients, String topic, String transactionalId) {
    reader = new CommandTopicReader(clients, topic);
    writer = new CommandTopicWriter(clients, topic, transactionalId);
  }

  /** Name of the command topic of a service. */
  public static String topicOf(String serviceId) {
    return "_confluent-ksql-" + serviceId + "_command_topic";
  }

  /**
   * Opens the log of a service, making its topic if there is none.
   *
   * @param clients properties of Kafka's clients
   * @param serviceId what the nodes of one service have in common
   * @param replicas of a topic that has to be made
   */
  public static KafkaCommandLog open(
      Map<String, Object> clients, String serviceId, short replicas, Admin admin) {
    String topic = topicOf(serviceId);
    try {
      KafkaFuture<Void> made = make(admin, topic, replicas);
      // Making the clients takes as long as Kafka takes for a topic.
      KafkaCommandLog log = new KafkaCommandLog(clients, topic, serviceId);
      boolean opened = false;
      try {
        requireTopic(admin, topic, made);
        opened = true;
        return log;
      } finally {
        if (!opened) {
          log.close();
        }
      }
    } catch (KafkaException e) {
      throw KafkaCalls.failure("The command topic cannot be opened", e);
    }
  }

  private static KafkaFuture<Void> make(Admin admin, String topic, short replicas) {
    NewTopic wanted =
        new NewTopic(topic, Optional.of(1), Optional.of(replicas))
            .configs(
                Map.of(
                    TopicConfig.RETENTION_MS_CONFIG, "-1",
                    TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false"));
    return admin.createTopics(List.of(wanted)).all();
  }

  private static void requireTopic(Admin admin, String topic, KafkaFuture<Void> made) {
    try {
      KafkaCalls.get(made);
    } catch (TopicExistsException e) {
      int partitions =
          KafkaCalls.get(admin.describeTopics(List.of(topic)).allTopicNames())
              .get(topic)
              .partitions()
              .size();
      if (partitions != 1) {
        throw Diagnostic.error(
                ErrorCode.COMMAND_LOG_UNREADABLE,
                "The command topic %s has %d partitions; it must have one.",
                topic,
                partitions)
            .hint("Set ksql.service.id to a name that no other program uses.")
            .toException();
      }
    }
  }

  @Override
  public long append(Command command, long expectedOffset) {
    try {
      writer.write(command, expectedOffset);
      return expectedOffset;
    } catch (KafkaException e) {
      throw KafkaCalls.failure("The command cannot be written to the command topic", e);
    }
  }

  @Override
  public List<LoggedCommand> read(long from, Duration wait) {
    return reading(() -> reader.read(from, wait), List.of());
  }

  @Override
  public List<LoggedCommand> readToEnd() {
    return reading(reader::readAll, List.of());
  }

  @Override
  public long size(Duration wait) {
    return reading(() -> writer.commands(wait), 0L);
  }

  private static <T> T reading(Supplier<T> read, T interrupted) {
    try {
      return read.get();
    } catch (InterruptException e) {
      Thread.currentThread().interrupt();
      return interrupted;
    } catch (KafkaException e) {
      throw KafkaCalls.failure("The command topic cannot be read", e);
    }
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
  }
}
