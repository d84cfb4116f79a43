package io.confluent.ksql.engine;

import io.confluent.ksql.setting.Scope;
import io.confluent.ksql.setting.Setting;
import java.time.Duration;
import java.util.List;

/** Settings of the engine itself. */
public final class EngineSettings {
  /** What the nodes of one service have in common. */
  public static final Setting<String> SERVICE_ID =
      Setting.text("ksql.service.id")
          .defaultsTo("default_")
          .doc(
              "Name of the service: servers of one name share one command log. Internal topics"
                  + " begin with it.");

  /** The Kafka cluster. */
  public static final Setting<List<String>> BOOTSTRAP_SERVERS =
      Setting.list("bootstrap.servers").doc("Brokers of the Kafka cluster, as host:port.");

  /** Where the server is installed. */
  public static final Setting<String> INSTALL_DIRECTORY =
      Setting.text("ksql.server.install.dir")
          .doc("Directory that relative paths of settings start from; empty: the current one.");

  /** Copies of internal topics. */
  public static final Setting<Long> INTERNAL_REPLICAS =
      Setting.number("ksql.internal.topic.replicas")
          .defaultsTo(1L)
          .atLeast(1L)
          .doc("Replicas of the command topic.");

  /** How many queries may run. */
  public static final Setting<Long> ACTIVE_QUERY_LIMIT =
      Setting.number("ksql.query.persistent.active.limit")
          .defaultsTo((long) Integer.MAX_VALUE)
          .atLeast(0L)
          .doc("How many persistent queries may exist.");

  /** How long a statement waits for its command. */
  public static final Setting<Duration> COMMAND_TIMEOUT =
      Setting.duration("ksql.server.command.response.timeout.ms")
          .defaultsTo(Duration.ofSeconds(5))
          .atLeast(Duration.ZERO)
          .doc("How long an answer waits for its command to be carried out.");

  /** How long ASSERT waits. */
  public static final Setting<Duration> ASSERT_TIMEOUT =
      Setting.duration("ksql.assert.topic.default.timeout.ms")
          .defaultsTo(Duration.ofSeconds(1))
          .atLeast(Duration.ZERO)
          .scope(Scope.SESSION)
          .formerly("ksql.assert.schema.default.timeout.ms")
          .doc("How long ASSERT waits for what it asserts, if it does not say.");

  /** Whether variables are replaced. */
  public static final Setting<Boolean> SUBSTITUTE_VARIABLES =
      Setting.flag("ksql.variable.substitution.enable")
          .defaultsTo(true)
          .scope(Scope.SESSION)
          .doc("Whether ${name} in a statement is replaced by the value of the variable.");

  /** What is not shown. */
  public static final Setting<List<String>> HIDDEN_TOPICS =
      Setting.list("ksql.hidden.topics")
          .defaultsTo(
              List.of(
                  "_confluent.*",
                  "__confluent.*",
                  "_schemas",
                  "__consumer_offsets",
                  "__transaction_state",
                  "connect-configs",
                  "connect-offsets",
                  "connect-status",
                  "connect-statuses"))
          .doc("Topics that LIST TOPICS leaves out, as regular expressions.");

  /** What clients may not set. */
  public static final Setting<List<String>> DENIED_OVERRIDES =
      Setting.list("ksql.properties.overrides.denylist")
          .doc("Properties that clients may not set.");

  /** A fixed set of queries. */
  public static final Setting<String> QUERIES_FILE =
      Setting.text("ksql.queries.file")
          .doc(
              "A file of statements that make queries. The server runs these alone: it takes no"
                  + " others and writes no command log. --queries-file wins.");

  /** All of them. */
  public static final List<Setting<?>> ALL =
      List.of(
          SERVICE_ID,
          BOOTSTRAP_SERVERS,
          INSTALL_DIRECTORY,
          INTERNAL_REPLICAS,
          ACTIVE_QUERY_LIMIT,
          COMMAND_TIMEOUT,
          ASSERT_TIMEOUT,
          SUBSTITUTE_VARIABLES,
          HIDDEN_TOPICS,
          DENIED_OVERRIDES,
          QUERIES_FILE);

  private EngineSettings() {}
}
