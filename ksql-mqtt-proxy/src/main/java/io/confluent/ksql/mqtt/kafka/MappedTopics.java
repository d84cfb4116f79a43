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
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that devices publish to, where they are missing. */
public final class MappedTopics {
  private static final Logger LOG = LoggerFactory.getLogger(MappedTopics.class);
  private static final long SECONDS = 30;

  private MappedTopics() {}

  /**
   * Creates what is missing, with the partitions and replicas that are the broker's default.
   *
   * @throws KafkaException if the cluster cannot be reached, or refuses
   */
  public static void create(Map<String, Object> clientConfig, Collection<String> topics) {
    try (Admin admin = Admin.create(clientConfig)) {
      Set<String> missing = new HashSet<>(topics);
      missing.removeAll(admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS));
      for (String topic : missing) {
        create(admin, topic);
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

  private static void create(Admin admin, String topic)
      throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
    try {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.empty(), Optional.empty())))
          .all()
          .get(SECONDS, TimeUnit.SECONDS);
      LOG.info("Created the topic {}", topic);
    } catch (ExecutionException e) {
      // Another proxy of the same cluster was first.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }
}
