package io.confluent.ksql.engine.subscribe;

import io.confluent.ksql.engine.topics.IncomingRecord;
import io.confluent.ksql.engine.topics.TopicTail;
import io.confluent.ksql.engine.topology.RecordReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads a topic from now on, once for all queries that follow it. Has a thread of its own. */
final class SharedReader {
  private static final Duration POLL = Duration.ofMillis(100);

  private final TopicTail tail;
  private final RecordReader reader;
  private final String topic;
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean ended;

  /**
   * A reader that reads once {@link #start} is called.
   *
   * @param tail at the end of the topic; closed with the reader
   */
  SharedReader(TopicTail tail, RecordReader reader, String topic) {
    this.tail = tail;
    this.reader = reader;
    this.topic = topic;
    thread = new Thread(this::read, "follow-" + topic);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void add(Follower follower) {
    followers.add(follower);
  }

  /** Whether somebody is left who follows. */
  boolean remove(Follower follower) {
    followers.remove(follower);
    return !followers.isEmpty();
  }

  /** Ends reading; followers get no more rows. */
  void stop() {
    ended = true;
  }

  private void read() {
    try (TopicTail open = tail) {
      while (!ended) {
        List<IncomingRecord> records = open.poll(POLL);
        // Who comes meanwhile begins with the next records, and is not told of these.
        List<Follower> present = List.copyOf(followers);
        for (IncomingRecord record : records) {
          reader
              .read(record.key(), record.value())
              .ifPresent(row -> present.forEach(each -> each.take(row, record.timestamp())));
        }
        if (!records.isEmpty()) {
          ContinuationToken token = new ContinuationToken(topic, open.positions());
          present.forEach(each -> each.reached(token));
        }
      }
    } catch (RuntimeException e) {
      followers.forEach(follower -> follower.fail(e));
    }
  }
}
