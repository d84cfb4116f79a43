package io.confluent.ksql.embedded;

import io.confluent.ksql.net.LoopbackPort;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The configuration of a broker that is its own controller and has no others beside it. */
final class BrokerProperties {
  static final String CONTROLLER_LISTENER = "CONTROLLER";
  static final int NODE_ID = 1;

  private static final String BROKER_LISTENER = "PLAINTEXT";

  private BrokerProperties() {}

  /**
   * The configuration as Kafka reads it.
   *
   * @param overrides properties of Kafka that win over ours
   */
  static Properties of(
      Path logDirectory, int port, int controllerPort, Map<String, String> overrides) {
    Properties properties = new Properties();
    properties.putAll(identity(logDirectory, port, controllerPort));
    properties.putAll(single());
    properties.putAll(small());
    properties.putAll(keepingEverything());
    properties.putAll(overrides);
    return properties;
  }

  private static Map<String, String> identity(Path logDirectory, int port, int controllerPort) {
    String host = LoopbackPort.HOST + ":";
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE_ID),
        "controller.quorum.voters",
        NODE_ID + "@" + host + controllerPort,
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "listeners",
        "%s://%s%d,%s://%s%d"
            .formatted(BROKER_LISTENER, host, port, CONTROLLER_LISTENER, host, controllerPort),
        "advertised.listeners",
        BROKER_LISTENER + "://" + host + port,
        "listener.security.protocol.map",
        "%s:PLAINTEXT,%s:PLAINTEXT".formatted(BROKER_LISTENER, CONTROLLER_LISTENER),
        "inter.broker.listener.name",
        BROKER_LISTENER,
        "log.dirs",
        logDirectory.toString());
  }

  /**
   * One broker cannot replicate, and has nobody to wait for. After it was killed its controller
   * takes it for alive for the time of a session, and refuses it as a second one: 9 s by default.
   */
  private static Map<String, String> single() {
    return Map.of(
        "offsets.topic.replication.factor", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "group.initial.rebalance.delay.ms", "0",
        "broker.heartbeat.interval.ms", "500",
        "broker.session.timeout.ms", "3000",
        "auto.create.topics.enable", "true");
  }

  /** The defaults are for a machine of its own: 50 partitions of offsets, 128 MB to clean logs. */
  private static Map<String, String> small() {
    return Map.of(
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.num.partitions", "4",
        "share.coordinator.state.topic.num.partitions", "4",
        "log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20),
        "log.index.size.max.bytes", Integer.toString(1 << 20),
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2");
  }

  /**
   * A topic keeps its records until it is deleted, whatever time they carry: with the usual seven
   * days a recording of last year would be gone minutes after it was loaded, and records an hour
   * ahead of the clock would be refused.
   */
  private static Map<String, String> keepingEverything() {
    return Map.of(
        "log.retention.ms", "-1",
        "log.retention.bytes", "-1",
        "log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
  }
}
