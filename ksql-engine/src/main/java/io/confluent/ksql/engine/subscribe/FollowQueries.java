package io.confluent.ksql.engine.subscribe;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Starts and ends queries that follow what a persistent query writes. Queries of the same topic
 * share a reader, which ends with the last of them.
 */
public final class FollowQueries {
  private final TopicTail.Opener tails;
  private final Semaphore catchingUp;
  private final Map<ScanStep, SharedReader> readers = new HashMap<>();
  private final Map<String, PushQuery> running = new ConcurrentHashMap<>();

  /**
   * No queries yet.
   *
   * @param tails opens topics
   * @param maxCatchingUp how many queries may go on where an earlier one has stopped
   */
  public FollowQueries(TopicTail.Opener tails, int maxCatchingUp) {
    this.tails = Objects.requireNonNull(tails, "tails");
    this.catchingUp = new Semaphore(maxCatchingUp);
  }

  /**
   * What a client wants of its query.
   *
   * @param capacity how many rows may wait for it
   * @param tokens whether it is told where it can go on
   * @param token where it goes on, if it does
   */
  public record Options(int capacity, boolean tokens, Optional<String> token) {
    private Follower.Continuation continuation() {
      return tokens ? Follower.Continuation.TOLD : Follower.Continuation.NOT_TOLD;
    }
  }

  /**
   * Starts a query, which gives what is written from when this returns.
   *
   * @param id its id
   * @param sql the statement, for people
   * @param context what expressions are computed with
   * @param options what its client wants
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it cannot go on where it is to
   */
  public TransientQuery run(
      Plan.Follow plan, String id, String sql, TopologyContext context, Options options) {
    Optional<ContinuationToken> from =
        options.token().map(text -> ContinuationToken.of(text, plan.scan().topic()));
    RowQueue queue = new RowQueue(options.capacity(), plan.limit().orElse(Long.MAX_VALUE));
    Subscription subscription = new Subscription(id, plan.scan());
    PushQuery query = new PushQuery(id, sql, queue, subscription, 0);
    if (queue.isOpen()) {
      running.put(id, query);
      subscription.follower =
          new Follower(
              RowChain.overRecords(context, plan.scan(), plan.steps()),
              plan.places(),
              queue,
              options.continuation(),
              query::stopReading);
      begin(plan.scan(), subscription, from, context);
    }
    return query;
  }

  private void begin(
      ScanStep scan,
      Subscription subscription,
      Optional<ContinuationToken> from,
      TopologyContext context) {
    boolean begun = false;
    try {
      if (from.isPresent()) {
        SharedReader reader = alone(scan, from.get(), context);
        reader.add(subscription.follower);
        // Before it reads, since the query may end with its first row.
        subscription.reader = Optional.of(reader);
        reader.start();
      } else {
        follow(scan, subscription.follower, context);
      }
      begun = true;
    } finally {
      if (!begun) {
        running.remove(subscription.id);
      }
    }
  }

  /** A reader for one query, which has other records to read than those that follow from now on. */
  private SharedReader alone(ScanStep scan, ContinuationToken from, TopologyContext context) {
    if (!catchingUp.tryAcquire()) {
      throw Diagnostic.error(
              ErrorCode.QUERY_LIMIT, "Too many queries go on where an earlier one has stopped.")
          .hint("Try again when one of them has ended, or ask without a continuation token.")
          .toException();
    }
    boolean made = false;
    try {
      SharedReader reader =
          new SharedReader(
              tails.open(scan.topic(), TopicTail.Start.at(from.offsets())),
              new RecordReader(context, scan),
              scan.topic());
      made = true;
      return reader;
    } finally {
      if (!made) {
        catchingUp.release();
      }
    }
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
    private volatile Optional<SharedReader> reader = Optional.empty();

    private Subscription(String id, ScanStep scan) {
      this.id = id;
      this.scan = scan;
    }

    @Override
    public void run() {
      running.remove(id);
      if (reader.isPresent()) {
        reader.get().stop();
        catchingUp.release();
      } else {
        leave(scan, follower);
      }
    }
  }
}
