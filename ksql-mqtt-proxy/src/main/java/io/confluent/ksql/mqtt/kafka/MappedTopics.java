package io.confluent.ksql.mqtt.kafka;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that devices publish to, where they are missing. */
public final class MappedTopics {
  private static final Logger LOG = LoggerFactory.getLogger(MappedTopics.class);
  private static final long SECONDS = 30;
  private static final String USUAL_RECORD_BYTES = "message.max.bytes";

  private MappedTopics() {}

  /**
   * Creates what is missing, with the partitions and replicas that are the broker's default.
   *
   * @param recordBytes how long a record may be that comes; topics are made for it where the
   *     broker's default is less
   * @throws KafkaException if the cluster cannot be reached, or refuses
   */
  public static void create(
      Map<String, Object> clientConfig, Collection<String> topics, int recordBytes) {
    try (Admin admin = Admin.create(clientConfig)) {
      Set<String> missing = new HashSet<>(topics);
      missing.removeAll(admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS));
      if (missing.isEmpty()) {
        return;
      }
      Map<String, String> config =
          usualRecordBytes(admin) < recordBytes
              ? Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(recordBytes))
              : Map.of();
      for (String topic : missing) {
        create(admin, new NewTopic(topic, Optional.empty(), Optional.empty()).configs(config));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted while topics were made", e);
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause().getMessage(), e.getCause());
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException("It did not answer in " + SECONDS + " s.", e);
    }
  }

  /** How long a record of a new topic may be; any length where the cluster does not tell us. */
  private static int usualRecordBytes(Admin admin)
      throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
    try {
      Node broker =
          admin.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS).iterator().next();
      ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker.idString());
      ConfigEntry usual =
          admin
              .describeConfigs(List.of(resource))
              .all()
              .get(SECONDS, TimeUnit.SECONDS)
              .get(resource)
              .get(USUAL_RECORD_BYTES);
      return usual == null ? Integer.MAX_VALUE : Integer.parseInt(usual.value());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return Integer.MAX_VALUE;
      }
      throw e;
    }
  }

  private static void create(Admin admin, NewTopic topic)
      throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
    try {
      admin.createTopics(List.of(topic)).all().get(SECONDS, TimeUnit.SECONDS);
      LOG.info("Created the topic {}", topic.name());
    } catch (ExecutionException e) {
      // Another proxy of the same cluster was first.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }
}
