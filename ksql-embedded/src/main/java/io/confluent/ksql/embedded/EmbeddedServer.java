package io.confluent.ksql.embedded;

import io.confluent.ksql.mqtt.MqttSettings;
import io.confluent.ksql.rest.server.KsqlServer;
import io.confluent.ksql.rest.server.ServerPreparation;
import io.confluent.ksql.rest.server.connect.ConnectSettings;
import io.confluent.ksql.setting.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker, a schema registry and a server in this process, and a worker of Kafka Connect if
 * that is wanted, all on 127.0.0.1.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  /**
   * After it was killed its queries wait until the broker gives up their former selves: 45 s by
   * default, which is for networks that fail.
   */
  private static final String SESSION_TIMEOUT_MILLIS = "10000";

  /** A worker that has just started answers when it has read its topics. */
  private static final String CONNECT_TIMEOUT_MILLIS = "30000";

  private final EmbeddedBroker broker;
  private final RegistryBeside registry;
  private final KsqlServer server;
  private final Deque<AutoCloseable> parts;

  private EmbeddedServer(
      EmbeddedBroker broker,
      RegistryBeside registry,
      KsqlServer server,
      Deque<AutoCloseable> parts) {
    this.broker = broker;
    this.registry = registry;
    this.server = server;
    this.parts = parts;
  }

  /**
   * Starts them, and returns when statements are accepted.
   *
   * @param ports where they listen
   * @param dataDirectory where topics and the states of queries are kept across restarts
   * @param settings further settings of the server; those of the parts started here win
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if one cannot start; then none runs
   */
  public static EmbeddedServer start(
      PortPlan ports, Path dataDirectory, Map<String, String> settings) {
    boolean mqtt = MqttCompanion.hasUsualListener(settings);
    List<PortPlan.Service> services =
        new ArrayList<>(
            List.of(
                PortPlan.Service.KAFKA, PortPlan.Service.SCHEMA_REGISTRY, PortPlan.Service.KSQL));
    if (mqtt) {
      services.add(PortPlan.Service.MQTT);
    }
    boolean connect = Settings.of(settings).get(ConnectSettings.EMBEDDED);
    if (connect) {
      services.add(PortPlan.Service.CONNECT);
    }
    ports.requireFree(services);
    // Goes on while the broker starts.
    Map<String, String> given = new HashMap<>(settings);
    given.putIfAbsent("session.timeout.ms", SESSION_TIMEOUT_MILLIS);
    if (connect) {
      given.putIfAbsent(ConnectSettings.TIMEOUT.name(), CONNECT_TIMEOUT_MILLIS);
    }
    ServerPreparation preparation = ServerPreparation.begin(given);
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    parts.push(preparation);
    boolean started = false;
    try {
      EmbeddedBroker broker =
          new EmbeddedBroker(dataDirectory.resolve("kafka"), ports.port(PortPlan.Service.KAFKA));
      parts.push(broker);
      broker.start();
      RegistryBeside registry =
          RegistryBeside.begin(
              broker.bootstrapServers(), ports.port(PortPlan.Service.SCHEMA_REGISTRY));
      parts.push(registry);
      Map<String, String> own = new HashMap<>();
      own.put("bootstrap.servers", broker.bootstrapServers());
      own.put("listeners", "http://127.0.0.1:" + ports.port(PortPlan.Service.KSQL));
      own.put("ksql.schema.registry.url", registry.uri().toString());
      if (connect) {
        EmbeddedWorker worker =
            EmbeddedWorker.start(
                broker.bootstrapServers(), ports.port(PortPlan.Service.CONNECT), Map.of());
        parts.push(worker);
        own.put(ConnectSettings.URL.name(), worker.url().toString());
      }
      own.put("state.dir", dataDirectory.resolve("state").toString());
      if (mqtt) {
        own.put(MqttSettings.LISTENERS.name(), MqttCompanion.listener(ports));
      }
      KsqlServer server = preparation.start(own, registry::await);
      parts.push(server);
      started = true;
      return new EmbeddedServer(broker, registry, server, parts);
    } finally {
      if (!started) {
        closeAll(parts);
      }
    }
  }

  /** Where Kafka's clients find the broker. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Where the schema registry is. */
  public URI registry() {
    return registry.uri();
  }

  /** Where the server is. */
  public URI url() {
    return URI.create(server.url());
  }

  @Override
  public void close() {
    closeAll(parts);
  }

  private static void closeAll(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        // The others must end too; what is left of this one ends with the process.
        LOG.warn("A part did not end well", e);
      }
    }
  }
}
