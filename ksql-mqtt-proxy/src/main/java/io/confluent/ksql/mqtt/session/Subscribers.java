package io.confluent.ksql.mqtt.session;

import io.confluent.ksql.mqtt.kafka.RecordFeed;
import io.confluent.ksql.mqtt.record.DeliveryTopics;
import io.confluent.ksql.mqtt.record.TopicFilter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Who is to get which records. May be used by several threads. */
public final class Subscribers {
  private final DeliveryTopics topics;
  private final LongAdder lost;

  /** Sessions with the QoS they asked for, by filter, by Kafka topic; guarded by this. */
  private final Map<String, Map<String, Map<Session, Integer>>> literal = new HashMap<>();

  private final Map<String, Map<String, Map<Session, Integer>>> wild = new HashMap<>();
  private RecordFeed feed;

  /**
   * Subscribers without a feed yet, which is told where to bring its records.
   *
   * @param lost counts messages that were not queued, since their subscribers were away or too slow
   */
  public Subscribers(DeliveryTopics topics, LongAdder lost) {
    this.topics = topics;
    this.lost = lost;
  }

  /** Where records come from; set once, before anybody subscribes. */
  public synchronized void readFrom(RecordFeed newFeed) {
    feed = newFeed;
  }

  /** Whether a filter can ever have records. */
  public boolean isServed(String filter) {
    return !topics.askedBy(filter).isEmpty();
  }

  /** Subscribes; what is written after the answer is delivered. */
  public synchronized CompletableFuture<Void> subscribe(Session session, String filter, int qos) {
    Session.Noted noted = session.subscribed(filter, qos);
    if (noted == Session.Noted.TOO_LATE) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("The session of " + session.client() + " has ended."));
    }
    List<String> asked = topics.askedBy(filter);
    for (String kafkaTopic : asked) {
      index(filter)
          .computeIfAbsent(kafkaTopic, name -> new HashMap<>())
          .computeIfAbsent(filter, name -> new LinkedHashMap<>())
          .put(session, qos);
    }
    if (noted == Session.Noted.AGAIN) {
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.allOf(
        asked.stream().map(feed::watch).toArray(CompletableFuture[]::new));
  }

  private Map<String, Map<String, Map<Session, Integer>>> index(String filter) {
    return TopicFilter.isWild(filter) ? wild : literal;
  }

  /** Ends a subscription; false if there was none. */
  public synchronized boolean unsubscribe(Session session, String filter) {
    if (!session.unsubscribed(filter)) {
      return false;
    }
    for (String kafkaTopic : topics.askedBy(filter)) {
      remove(index(filter), kafkaTopic, filter, session);
      feed.unwatch(kafkaTopic);
    }
    return true;
  }

  private static void remove(
      Map<String, Map<String, Map<Session, Integer>>> index,
      String kafkaTopic,
      String filter,
      Session session) {
    index.computeIfPresent(
        kafkaTopic,
        (topic, filters) -> {
          filters.computeIfPresent(
              filter,
              (name, sessions) -> {
                sessions.remove(session);
                return sessions.isEmpty() ? null : sessions;
              });
          return filters.isEmpty() ? null : filters;
        });
  }

  void unsubscribeAll(Session session) {
    session.filters().forEach(filter -> unsubscribe(session, filter));
  }

  /** Gives a record to all that asked for it; each session gets it once. */
  public void deliver(ConsumerRecord<byte[], byte[]> record) {
    Optional<String> own = topics.topicOf(record);
    Map<String, Map<Session, Integer>> byTopic = new LinkedHashMap<>();
    synchronized (this) {
      Map<String, Map<Session, Integer>> exact = literal.getOrDefault(record.topic(), Map.of());
      String name = own.orElse(record.topic());
      if (own.isPresent()) {
        collect(byTopic, name, exact.getOrDefault(name, Map.of()));
      } else {
        exact.forEach((filter, sessions) -> collect(byTopic, filter, sessions));
      }
      wild.getOrDefault(record.topic(), Map.of())
          .forEach(
              (filter, sessions) -> {
                if (TopicFilter.matches(filter, name)) {
                  collect(byTopic, name, sessions);
                }
              });
    }
    byTopic.forEach(
        (topic, sessions) -> {
          var delivery = DeliveryTopics.delivery(topic, record);
          sessions.forEach(
              (session, qos) -> {
                if (!session.offer(delivery, qos)) {
                  lost.increment();
                }
              });
        });
  }

  private static void collect(
      Map<String, Map<Session, Integer>> byTopic, String topic, Map<Session, Integer> sessions) {
    if (!sessions.isEmpty()) {
      Map<Session, Integer> all = byTopic.computeIfAbsent(topic, name -> new LinkedHashMap<>());
      sessions.forEach((session, qos) -> all.merge(session, qos, Math::max));
    }
  }
}
