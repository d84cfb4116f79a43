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
        for (IncomingRecord record : open.poll(POLL)) {
          reader
              .read(record.key(), record.value())
              .ifPresent(row -> followers.forEach(each -> each.take(row, record.timestamp())));
        }
      }
    } catch (RuntimeException e) {
      followers.forEach(follower -> follower.fail(e));
    }
  }
}
