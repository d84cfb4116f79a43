package io.confluent.ksql.engine.topics;

import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.facts.TopicFacts;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of a cluster, through Kafka's admin client. */
public final class KafkaTopics implements Topics {
  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(5);
  private static final Duration VISIBLE_POLL = Duration.ofMillis(20);

  private static final Set<GroupType> CONSUMER_TYPES =
      Set.of(GroupType.CLASSIC, GroupType.CONSUMER);

  private final Admin admin;

  /** Topics seen through a client, which is not closed with this. */
  public KafkaTopics(Admin admin) {
    this.admin = Objects.requireNonNull(admin, "admin");
  }

  @Override
  public Map<String, TopicFacts> describe(Collection<String> names) {
    return asking(
        () -> {
          Map<String, TopicDescription> found = descriptions(names);
          Map<String, OptionalLong> retention = retention(found.keySet());
          Map<String, TopicFacts> facts = new TreeMap<>();
          found.forEach(
              (name, topic) ->
                  facts.put(
                      name, facts(topic, retention.getOrDefault(name, OptionalLong.empty()))));
          return facts;
        });
  }

  @Override
  public Map<String, TopicFacts> all() {
    return asking(
        () -> {
          Collection<String> names =
              KafkaCalls.get(admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
          Map<String, TopicFacts> facts = new TreeMap<>();
          descriptions(names)
              .forEach((name, topic) -> facts.put(name, facts(topic, OptionalLong.empty())));
          return facts;
        });
  }

  private Map<String, TopicDescription> descriptions(Collection<String> names) {
    Map<String, TopicDescription> found = new LinkedHashMap<>();
    if (names.isEmpty()) {
      return found;
    }
    for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
        admin.describeTopics(names).topicNameValues().entrySet()) {
      try {
        found.put(topic.getKey(), KafkaCalls.get(topic.getValue()));
      } catch (UnknownTopicOrPartitionException | InvalidTopicException e) {
        // It does not exist, or cannot.
      }
    }
    return found;
  }

  private Map<String, OptionalLong> retention(Collection<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    List<ConfigResource> resources =
        names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<String, OptionalLong> found = new LinkedHashMap<>();
    for (Map.Entry<ConfigResource, KafkaFuture<Config>> topic :
        admin.describeConfigs(resources).values().entrySet()) {
      try {
        found.put(topic.getKey().name(), retention(KafkaCalls.get(topic.getValue())));
      } catch (ApiException e) {
        // Not known, then: it may not be readable, or gone by now.
        found.put(topic.getKey().name(), OptionalLong.empty());
      }
    }
    return found;
  }

  private static OptionalLong retention(Config config) {
    ConfigEntry entry = config.get(TopicConfig.RETENTION_MS_CONFIG);
    return entry == null || entry.value() == null
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(entry.value()));
  }

  private static TopicFacts facts(TopicDescription topic, OptionalLong retention) {
    return new TopicFacts(
        topic.partitions().size(), topic.partitions().get(0).replicas().size(), retention);
  }

  @Override
  public Map<String, ReaderCount> readers() {
    return asking(
        () -> {
          List<String> groups =
              KafkaCalls.get(admin.listGroups().valid()).stream()
                  .filter(group -> group.type().filter(CONSUMER_TYPES::contains).isPresent())
                  .map(GroupListing::groupId)
                  .toList();
          Map<String, ReaderCount> counts = new TreeMap<>();
          KafkaCalls.get(admin.describeConsumerGroups(groups).all())
              .values()
              .forEach(group -> count(group, counts));
          return counts;
        });
  }

  @Override
  public Map<String, List<OffsetRange>> offsets(Collection<String> names) {
    return asking(() -> new KafkaOffsets(admin).ranges(descriptions(names).values()));
  }

  @Override
  public Map<String, Map<Integer, Long>> committed(String group) {
    return asking(() -> new KafkaOffsets(admin).committed(group));
  }

  private static void count(ConsumerGroupDescription group, Map<String, ReaderCount> counts) {
    Map<String, Integer> members = new TreeMap<>();
    for (MemberDescription member : group.members()) {
      member.assignment().topicPartitions().stream()
          .map(TopicPartition::topic)
          .distinct()
          .forEach(topic -> members.merge(topic, 1, Integer::sum));
    }
    members.forEach(
        (topic, count) ->
            counts.put(topic, counts.getOrDefault(topic, ReaderCount.NONE).plusGroup(count)));
  }

  @Override
  public void create(Duty.CreateTopic topic) {
    create(topic, new CreateTopicsOptions());
    asking(
        () -> {
          awaitVisible(topic.topic());
          return null;
        });
  }

  /** A broker learns of a new topic a moment after the controller has made it. */
  private void awaitVisible(String name) {
    long end = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    try {
      while (descriptions(List.of(name)).isEmpty() && System.nanoTime() < end) {
        Thread.sleep(VISIBLE_POLL.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void check(Duty.CreateTopic topic) {
    create(topic, new CreateTopicsOptions().validateOnly(true));
  }

  private void create(Duty.CreateTopic topic, CreateTopicsOptions options) {
    NewTopic wanted =
        new NewTopic(
                topic.topic(),
                Optional.of(topic.partitions()),
                topic.replicas() > 0 ? Optional.of(topic.replicas()) : Optional.empty())
            .configs(topic.config());
    asking(
        () -> {
          try {
            KafkaCalls.get(admin.createTopics(List.of(wanted), options).all());
          } catch (TopicExistsException e) {
            checkPartitions(topic);
          } catch (InvalidPartitionsException
              | InvalidConfigurationException
              | PolicyViolationException e) {
            throw TopicErrors.refused(topic, e.getMessage());
          }
          return null;
        });
  }

  private void checkPartitions(Duty.CreateTopic topic) {
    TopicDescription there = descriptions(List.of(topic.topic())).get(topic.topic());
    if (there != null && there.partitions().size() != topic.partitions()) {
      throw TopicErrors.otherPartitions(topic, there.partitions().size());
    }
  }

  @Override
  public void delete(String name) {
    asking(
        () -> {
          try {
            KafkaCalls.get(admin.deleteTopics(List.of(name)).all());
          } catch (UnknownTopicOrPartitionException e) {
            // Gone already.
          }
          return null;
        });
  }

  private static <T> T asking(Supplier<T> call) {
    try {
      return call.get();
    } catch (KafkaException e) {
      throw KafkaCalls.failure("The topics cannot be managed", e);
    }
  }

  @Override
  public void close() {
    // The client belongs to who made it.
  }
}
