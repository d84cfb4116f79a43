package io.confluent.ksql.embedded;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.net.LoopbackPort;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.runtime.Connect;

/**
 * A worker of Kafka Connect in this process, its REST interface on 127.0.0.1 only. What it is told
 * is kept in topics, so connectors are there again after a restart.
 */
public final class EmbeddedWorker implements AutoCloseable {
  private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";

  /** The names that people know. */
  private static final Map<String, String> TOPICS =
      Map.of("config", "configs", "offset", "offsets", "status", "status");

  private final Connect<?> connect;

  private EmbeddedWorker(Connect<?> connect) {
    this.connect = connect;
  }

  /**
   * Starts it. It takes connectors a moment later, when it has read its topics.
   *
   * @param port of its REST interface
   * @param given properties of the worker that win over the ones chosen here
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it cannot start
   */
  public static EmbeddedWorker start(String bootstrapServers, int port, Map<String, String> given) {
    Map<String, String> properties = new HashMap<>();
    properties.put("bootstrap.servers", bootstrapServers);
    properties.put("listeners", "http://" + LoopbackPort.HOST + ":" + port);
    properties.put("group.id", "connect-cluster");
    for (String kind : List.of("config", "offset", "status")) {
      properties.put(kind + ".storage.topic", "connect-" + TOPICS.get(kind));
      properties.put(kind + ".storage.replication.factor", "1");
    }
    properties.put("offset.storage.partitions", "1");
    properties.put("status.storage.partitions", "1");
    properties.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
    properties.put("value.converter", JSON);
    properties.put("value.converter.schemas.enable", "false");
    // After it was killed sinks wait until the broker gives up their former selves: 45 s by
    // default.
    properties.put("consumer.session.timeout.ms", "10000");
    // Our plug-ins stand on the class path and say so; looking through all classes takes seconds.
    properties.put("plugin.discovery", "service_load");
    properties.putAll(given);
    try {
      return new EmbeddedWorker(new ConnectDistributed().startConnect(properties));
    } catch (ConnectException e) {
      throw Diagnostic.error(ErrorCode.CONNECT, "Kafka Connect did not start: %s", e.getMessage())
          .hint("Is port " + port + " in use by another program?")
          .toException(e);
    }
  }

  /** Where its REST interface is. */
  public URI url() {
    return connect.rest().advertisedUrl();
  }

  @Override
  public void close() {
    connect.stop();
    connect.awaitStop();
  }
}
