package io.confluent.ksql.rest.server;

import io.confluent.ksql.setting.Setting;
import java.time.Duration;
import java.util.List;

/** Settings of the HTTP server. */
public final class ServerSettings {
  /** Where it listens. */
  public static final Setting<List<String>> LISTENERS =
      Setting.list("listeners")
          .defaultsTo(List.of("http://127.0.0.1:8088"))
          .doc("Addresses that the server listens on, as http://host:port; port 0 for a free one.");

  /** Whether everybody may come. */
  public static final Setting<Boolean> INSECURE_LISTEN =
      Setting.flag("ksql.insecure.listen")
          .doc(
              "Allows listeners that other machines can reach although nobody has to say who they"
                  + " are.");

  /** Whose pages may ask. */
  public static final Setting<List<String>> ALLOWED_ORIGINS =
      Setting.list("access.control.allow.origin")
          .doc(
              "Origins of web pages that may use the server, as http://host:port; * for all. The"
                  + " server's own are always allowed.");

  /** Further names of the server. */
  public static final Setting<List<String>> ALLOWED_HOSTS =
      Setting.list("ksql.allowed.hosts")
          .doc(
              "Further names by which clients call the server, as in a URL. Requests that call it"
                  + " by an unknown name are refused, since a foreign page may have made them.");

  /** How long requests may be. */
  public static final Setting<Long> MAX_REQUEST_BYTES =
      Setting.number("ksql.request.max.bytes")
          .defaultsTo(10L * 1024 * 1024)
          .atLeast(1024L)
          .doc("The longest body of a request, in bytes.");

  /** How many rows a request may bring. */
  public static final Setting<Long> MAX_ROWS =
      Setting.number("ksql.rows.max.per.request")
          .defaultsTo(10_000L)
          .atLeast(1L)
          .doc("How many rows one POST to /topics/<stream>/rows may have.");

  /** How long repeated requests are known. */
  public static final Setting<Duration> KEYS_REMEMBERED =
      Setting.duration("ksql.rows.idempotency.ms")
          .defaultsTo(Duration.ofHours(1))
          .atLeast(Duration.ZERO)
          .doc(
              "How long the answer to a POST of rows with an Idempotency-Key is remembered, so that"
                  + " the same request writes nothing again. A restart forgets it.");

  /** How many repeated requests are known. */
  public static final Setting<Long> MAX_KEYS =
      Setting.number("ksql.rows.idempotency.max.keys")
          .defaultsTo(100_000L)
          .atLeast(1L)
          .doc("How many such answers are remembered; then the oldest is forgotten.");

  /** How many queries may run for clients. */
  public static final Setting<Long> MAX_PUSH_QUERIES =
      Setting.number("ksql.max.push.queries")
          .defaultsTo(100L)
          .atLeast(0L)
          .doc("How many queries and PRINTs may run for clients at a time.");

  /** How many tables may be asked at a time. */
  public static final Setting<Long> MAX_PULL_QUERIES =
      Setting.number("ksql.query.pull.max.concurrent.requests")
          .defaultsTo((long) Integer.MAX_VALUE)
          .atLeast(0L)
          .doc("How many queries of tables as they are now may be answered at a time.");

  /** How often tables may be asked. */
  public static final Setting<Long> PULL_QUERIES_PER_SECOND =
      Setting.number("ksql.query.pull.max.qps")
          .defaultsTo((long) Integer.MAX_VALUE)
          .atLeast(0L)
          .doc("How many queries of tables as they are now are answered in a second.");

  /** When silent connections are closed. */
  public static final Setting<Long> IDLE_SECONDS =
      Setting.number("ksql.idle.connection.timeout.seconds")
          .defaultsTo(86_400L)
          .atLeast(0L)
          .doc("After how many seconds without traffic a connection is closed; 0: never.");

  /** How many statements at a time. */
  public static final Setting<Long> WORKERS =
      Setting.number("ksql.worker.pool.size")
          .defaultsTo(16L)
          .atLeast(1L)
          .doc("How many requests are worked on at a time, streaming ones aside.");

  /** How long health is taken as known. */
  public static final Setting<Duration> HEALTH_CHECK_INTERVAL =
      Setting.duration("ksql.healthcheck.interval.ms")
          .defaultsTo(Duration.ofSeconds(5))
          .atLeast(Duration.ZERO)
          .doc("How long the answer of /healthcheck stands before it is found out again.");

  /** Whether servers tell each other that they are there. */
  public static final Setting<Boolean> HEARTBEAT =
      Setting.flag("ksql.heartbeat.enable")
          .doc("Whether /clusterStatus and /heartbeat are answered.");

  /** After what time a server that is silent is taken for gone. */
  public static final Setting<Duration> HEARTBEAT_WINDOW =
      Setting.duration("ksql.heartbeat.window.ms")
          .defaultsTo(Duration.ofSeconds(2))
          .atLeast(Duration.ofMillis(1))
          .doc("How long after its last heartbeat a server counts as alive.");

  /** Whether servers tell each other how far their stores are behind. */
  public static final Setting<Boolean> LAG_REPORTING =
      Setting.flag("ksql.lag.reporting.enable").doc("Whether /lag is answered.");

  /** All of them. */
  public static final List<Setting<?>> ALL =
      List.of(
          LISTENERS,
          INSECURE_LISTEN,
          ALLOWED_ORIGINS,
          ALLOWED_HOSTS,
          MAX_REQUEST_BYTES,
          MAX_ROWS,
          KEYS_REMEMBERED,
          MAX_KEYS,
          MAX_PUSH_QUERIES,
          MAX_PULL_QUERIES,
          PULL_QUERIES_PER_SECOND,
          IDLE_SECONDS,
          WORKERS,
          HEALTH_CHECK_INTERVAL,
          HEARTBEAT,
          HEARTBEAT_WINDOW,
          LAG_REPORTING);

  private ServerSettings() {}
}
