package io.confluent.ksql.engine.topics;

import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.facts.TopicFacts;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The topics of a Kafka cluster; may be shared between threads. All methods throw a {@link
 * io.confluent.ksql.diagnostic.DiagnosticException} of code {@code KAFKA} if Kafka cannot be asked.
 */
public interface Topics extends AutoCloseable {
  /** Those of the topics that exist, by name. */
  Map<String, TopicFacts> describe(Collection<String> names);

  /** Every topic, by name; without retention times. */
  Map<String, TopicFacts> all();

  /** How many read each topic now; topics that nobody reads are left out. */
  Map<String, ReaderCount> readers();

  /** What the partitions hold of those of the topics that exist, by name, in order. */
  Map<String, List<OffsetRange>> offsets(Collection<String> names);

  /** How far a consumer group has read: the next offset by topic and partition. */
  Map<String, Map<Integer, Long>> committed(String group);

  /**
   * Makes a topic unless it is there.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code TOPIC_MISMATCH} if it is there
   *     with another number of partitions
   */
  void create(Duty.CreateTopic topic);

  /**
   * Fails where {@link #create} would, and makes nothing.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException as {@link #create} does
   */
  void check(Duty.CreateTopic topic);

  /** Deletes a topic if it is there. */
  void delete(String name);

  @Override
  void close();
}
