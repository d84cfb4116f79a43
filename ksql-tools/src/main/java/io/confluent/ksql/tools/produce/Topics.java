package io.confluent.ksql.tools.produce;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks for a topic, and with that for a cluster, before records are sent. */
final class Topics {
  private static final String PATIENCE_MS = "8000";
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private Topics() {}

  /** Returns when the topic is there. */
  static void ensure(Map<String, String> properties, String topic) {
    Map<String, Object> config = new HashMap<>(properties);
    config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    Admin admin;
    try {
      admin = Admin.create(config);
    } catch (KafkaException e) {
      throw unusable(e);
    }
    try {
      if (!exists(admin, topic)) {
        create(admin, topic);
      }
    } catch (ExecutionException e) {
      throw refused(e.getCause(), properties, topic);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Diagnostic.error(ErrorCode.KAFKA, "Waiting for Kafka was interrupted.").toException(e);
    } finally {
      admin.close(CLOSING);
    }
  }

  private static boolean exists(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    try {
      admin.describeTopics(List.of(topic)).allTopicNames().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw e;
    }
  }

  private static void create(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    NewTopic asTheBrokerSays = new NewTopic(topic, Optional.empty(), Optional.empty());
    try {
      admin.createTopics(List.of(asTheBrokerSays)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static DiagnosticException refused(
      Throwable cause, Map<String, String> properties, String topic) {
    if (cause instanceof TimeoutException) {
      return Diagnostic.error(
              ErrorCode.KAFKA,
              "Kafka cannot be reached at %s.",
              properties.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG))
          .hint("Start it, or give the address with bootstrap-server.")
          .toException(cause);
    }
    return Diagnostic.error(
            ErrorCode.KAFKA, "The topic %s cannot be written to: %s", topic, reason(cause))
        .toException(cause);
  }

  /** The properties do not make a client. */
  static DiagnosticException unusable(KafkaException e) {
    return Diagnostic.error(
            ErrorCode.INVALID_SETTING, "Kafka's client cannot be started: %s", reason(e))
        .toException(e);
  }

  /** What the innermost cause says, for Kafka wraps what people need to know. */
  static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
