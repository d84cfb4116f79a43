package io.confluent.ksql.engine.query;

import io.confluent.ksql.setting.Scope;
import io.confluent.ksql.setting.Setting;
import java.time.Duration;
import java.util.List;

/** Settings of running queries. Those of Kafka Streams pass through and are not listed here. */
public final class QuerySettings {
  /** How long an ending query is waited for. */
  public static final Setting<Duration> STOP_TIMEOUT =
      Setting.duration("ksql.query.cleanup.shutdown.timeout.ms")
          .defaultsTo(Duration.ofSeconds(30))
          .atLeast(Duration.ZERO)
          .doc("How long a query may take to stop before it is left alone.");

  /** When a query that failed is tried again first. */
  public static final Setting<Duration> RETRY_INITIAL =
      Setting.duration("ksql.query.retry.backoff.initial.ms")
          .defaultsTo(Duration.ofSeconds(15))
          .atLeast(Duration.ZERO)
          .doc("How long after its first error a query is tried again; doubles with each error.");

  /** The longest time between two tries. */
  public static final Setting<Duration> RETRY_MAX =
      Setting.duration("ksql.query.retry.backoff.max.ms")
          .defaultsTo(Duration.ofMinutes(15))
          .atLeast(Duration.ZERO)
          .doc("The longest time after which a query that failed is tried again.");

  /** How many errors a query remembers. */
  public static final Setting<Long> ERROR_QUEUE_SIZE =
      Setting.number("ksql.query.error.max.queue.size")
          .defaultsTo(10L)
          .atLeast(1L)
          .doc("How many of its last errors EXPLAIN shows of a query.");

  /** Whether a record that fails ends the query. */
  public static final Setting<Boolean> FAIL_ON_ERROR =
      Setting.flag("ksql.fail.on.deserialization.error")
          .scope(Scope.SESSION)
          .doc(
              "Whether a query fails with a record that cannot be decoded or computed; otherwise"
                  + " the processing log says so and the query goes on.");

  /** Whether a row without time ends the query. */
  public static final Setting<Boolean> FAIL_ON_INVALID_TIMESTAMP =
      Setting.flag("ksql.timestamp.throw.on.invalid")
          .scope(Scope.SESSION)
          .doc(
              "Whether a query fails with a row whose timestamp column cannot be read; otherwise"
                  + " the row is left out and the processing log says so.");

  /** Begins the application ids of queries in the command log. */
  public static final Setting<String> PERSISTENT_PREFIX =
      Setting.text("ksql.persistent.prefix")
          .defaultsTo("query_")
          .doc("Stands in the application ids of queries that write to topics.");

  /** Begins the application ids of other queries. */
  public static final Setting<String> TRANSIENT_PREFIX =
      Setting.text("ksql.transient.prefix")
          .defaultsTo("transient_")
          .doc("Stands in the application ids of queries whose rows go to a client.");

  /** How many rows wait for a client. */
  public static final Setting<Long> PUSH_BUFFER_ROWS =
      Setting.number("ksql.query.push.buffer.rows")
          .defaultsTo(1000L)
          .atLeast(1L)
          .doc("How many rows of a push query may wait for its client before the query waits.");

  /** How long a store is waited for. */
  public static final Setting<Duration> PULL_PATIENCE =
      Setting.duration("ksql.query.pull.start.wait.ms")
          .defaultsTo(Duration.ofSeconds(10))
          .atLeast(Duration.ZERO)
          .doc(
              "How long a query of a table as it is now waits for the query that keeps its rows"
                  + " to start.");

  /** What queries are set up for. */
  public static final Setting<Profile> PROFILE =
      Setting.choice("ksql.profile", Profile.class)
          .scope(Scope.SESSION)
          .doc(
              "What the Kafka settings of new queries suit, where they are not given: LATENCY"
                  + " writes a row within milliseconds, THROUGHPUT writes larger batches later and"
                  + " keeps more changes of a table in memory between commits. The guarantees are"
                  + " the same.");

  /** Whether clients are told where they can go on. */
  public static final Setting<Boolean> CONTINUATION_TOKENS =
      Setting.flag("ksql.query.push.v2.continuation.tokens.enabled")
          .scope(Scope.SESSION)
          .doc(
              "Whether a query that shares its reader says where it can go on: what it says is"
                  + " given back as request.ksql.query.push.continuation.token.");

  /** How many queries read alone. */
  public static final Setting<Long> MAX_CATCHING_UP =
      Setting.number("ksql.query.push.v2.max.catchup.consumers")
          .defaultsTo(5L)
          .atLeast(0L)
          .doc("How many queries may go on where an earlier one stopped; each has its own reader.");

  /** All of them. */
  public static final List<Setting<?>> ALL =
      List.of(
          STOP_TIMEOUT,
          RETRY_INITIAL,
          RETRY_MAX,
          ERROR_QUEUE_SIZE,
          FAIL_ON_ERROR,
          FAIL_ON_INVALID_TIMESTAMP,
          PERSISTENT_PREFIX,
          TRANSIENT_PREFIX,
          PUSH_BUFFER_ROWS,
          PULL_PATIENCE,
          PROFILE,
          CONTINUATION_TOKENS,
          MAX_CATCHING_UP);

  private QuerySettings() {}
}
