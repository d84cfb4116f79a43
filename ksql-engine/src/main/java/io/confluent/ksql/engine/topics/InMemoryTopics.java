package io.confluent.ksql.engine.topics;

import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.facts.TopicFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Topics that end with the process, and the records written to them; for tests. */
public final class InMemoryTopics implements Topics, RecordWriter, TopicTail.Opener {
  private static final String RETENTION = "retention.ms";

  private final Map<String, TopicFacts> topics = new TreeMap<>();
  private final List<OutgoingRecord> records = new ArrayList<>();

  @Override
  public synchronized Map<String, TopicFacts> describe(Collection<String> names) {
    Map<String, TopicFacts> found = new TreeMap<>(topics);
    found.keySet().retainAll(names);
    return found;
  }

  @Override
  public synchronized Map<String, TopicFacts> all() {
    return Map.copyOf(topics);
  }

  @Override
  public Map<String, ReaderCount> readers() {
    return Map.of();
  }

  /** All records are in the first partition. */
  @Override
  public synchronized Map<String, List<OffsetRange>> offsets(Collection<String> names) {
    Map<String, List<OffsetRange>> ranges = new TreeMap<>();
    describe(names)
        .forEach(
            (name, facts) -> {
              List<OffsetRange> partitions = new ArrayList<>();
              for (int i = 0; i < facts.partitions(); i++) {
                partitions.add(new OffsetRange(i, 0, i == 0 ? records(name).size() : 0));
              }
              ranges.put(name, partitions);
            });
    return ranges;
  }

  @Override
  public Map<String, Map<Integer, Long>> committed(String group) {
    return Map.of();
  }

  @Override
  public synchronized void create(Duty.CreateTopic topic) {
    check(topic);
    String retention = topic.config().get(RETENTION);
    topics.putIfAbsent(
        topic.topic(),
        new TopicFacts(
            topic.partitions(),
            Math.max(1, topic.replicas()),
            retention == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(retention))));
  }

  @Override
  public synchronized void check(Duty.CreateTopic topic) {
    TopicFacts there = topics.get(topic.topic());
    if (there != null && there.partitions() != topic.partitions()) {
      throw TopicErrors.otherPartitions(topic, there.partitions());
    }
    if (topic.partitions() < 1) {
      throw TopicErrors.refused(topic, "it needs at least one partition.");
    }
    if (topic.topic().isEmpty() || topic.topic().length() > 249) {
      throw TopicErrors.refused(topic, "its name must have 1 to 249 characters.");
    }
  }

  @Override
  public synchronized void delete(String name) {
    topics.remove(name);
    records.removeIf(record -> record.topic().equals(name));
  }

  @Override
  public synchronized void write(OutgoingRecord record) {
    records.add(record);
    notifyAll();
  }

  /** What was written to a topic, in order. */
  public synchronized List<OutgoingRecord> records(String topic) {
    return records.stream().filter(record -> record.topic().equals(topic)).toList();
  }

  @Override
  public TopicTail open(String topic, TopicTail.Start start) {
    int size = records(topic).size();
    return new Tail(
        topic,
        switch (start.kind()) {
          case BEGINNING -> 0;
          case END -> size;
          case OFFSETS -> {
            long offset = start.offsets().getOrDefault(0, 0L);
            if (offset > size) {
              throw TopicErrors.noSuchOffset(topic, 0, offset);
            }
            yield Math.toIntExact(offset);
          }
        });
  }

  private final class Tail implements TopicTail {
    private final String topic;
    private int next;

    Tail(String topic, int next) {
      this.topic = topic;
      this.next = next;
    }

    @Override
    public List<IncomingRecord> poll(Duration wait) {
      List<OutgoingRecord> all = awaitMore(wait);
      List<IncomingRecord> found = new ArrayList<>();
      for (OutgoingRecord record : all.subList(Math.min(next, all.size()), all.size())) {
        found.add(new IncomingRecord(0, record.timestamp(), record.key(), record.value()));
      }
      next = Math.max(next, all.size());
      return found;
    }

    @Override
    public Map<Integer, Long> positions() {
      return Map.of(0, (long) next);
    }

    private List<OutgoingRecord> awaitMore(Duration wait) {
      long deadline = System.nanoTime() + wait.toNanos();
      synchronized (InMemoryTopics.this) {
        List<OutgoingRecord> all = records(topic);
        try {
          for (long leftMs = wait.toMillis();
              all.size() <= next && leftMs > 0;
              leftMs = (deadline - System.nanoTime()) / 1_000_000) {
            InMemoryTopics.this.wait(leftMs);
            all = records(topic);
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return all;
      }
    }

    @Override
    public void close() {
      // Nothing is held open.
    }
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
