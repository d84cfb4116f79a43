package io.confluent.ksql.engine.subscribe;

import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.engine.topics.TopicTail;
import io.confluent.ksql.engine.topology.RecordReader;
import io.confluent.ksql.engine.topology.RowChain;
import io.confluent.ksql.engine.topology.TopologyContext;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.physical.ScanStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts and ends queries that follow what a persistent query writes. Queries of the same topic
 * share a reader, which ends with the last of them.
 */
public final class FollowQueries {
  private final TopicTail.Opener tails;
  private final Map<ScanStep, SharedReader> readers = new HashMap<>();
  private final Map<String, PushQuery> running = new ConcurrentHashMap<>();

  /**
   * No queries yet.
   *
   * @param tails opens topics at their end
   */
  public FollowQueries(TopicTail.Opener tails) {
    this.tails = Objects.requireNonNull(tails, "tails");
  }

  /**
   * Starts a query, which gives what is written from when this returns.
   *
   * @param id its id
   * @param sql the statement, for people
   * @param context what expressions are computed with
   * @param capacity how many rows may wait for the client
   */
  public TransientQuery run(
      Plan.Follow plan, String id, String sql, TopologyContext context, int capacity) {
    RowQueue queue = new RowQueue(capacity, plan.limit().orElse(Long.MAX_VALUE));
    Subscription subscription = new Subscription(id, plan.scan());
    PushQuery query = new PushQuery(id, sql, queue, subscription, 0);
    if (queue.isOpen()) {
      running.put(id, query);
      subscription.follower =
          new Follower(
              RowChain.overRecords(context, plan.scan(), plan.steps()),
              plan.places(),
              queue,
              query::stopReading);
      follow(plan.scan(), subscription.follower, context);
    }
    return query;
  }

  private synchronized void follow(ScanStep scan, Follower follower, TopologyContext context) {
    SharedReader known = readers.get(scan);
    if (known != null) {
      known.add(follower);
      return;
    }
    SharedReader reader =
        new SharedReader(
            tails.open(scan.topic(), TopicTail.Start.END),
            new RecordReader(context, scan),
            scan.topic());
    reader.add(follower);
    readers.put(scan, reader);
    reader.start();
  }

  private synchronized void leave(ScanStep scan, Follower follower) {
    SharedReader reader = readers.get(scan);
    if (reader != null && !reader.remove(follower)) {
      readers.remove(scan);
      reader.stop();
    }
  }

  /** Those that run now. */
  public List<TransientQuery> running() {
    return List.copyOf(running.values());
  }

  /** What ends with a query; set before anybody can end it. */
  private final class Subscription implements Runnable {
    private final String id;
    private final ScanStep scan;
    private Follower follower;

    private Subscription(String id, ScanStep scan) {
      this.id = id;
      this.scan = scan;
    }

    @Override
    public void run() {
      running.remove(id);
      leave(scan, follower);
    }
  }
}
