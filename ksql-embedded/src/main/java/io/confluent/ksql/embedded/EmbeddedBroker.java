package io.confluent.ksql.embedded;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.net.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker in this process, listening on 127.0.0.1 only, its topics kept in a directory
 * across restarts. Started once; not for use by several threads.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final int ATTEMPTS = 3;

  private final Path dataDirectory;
  private final int wantedPort;
  private final Map<String, String> overrides;

  private BrokerStorage storage;
  private KafkaRaftServer server;
  private int port;

  /**
   * A broker that has not been started.
   *
   * @param dataDirectory where it keeps its topics; made if it does not exist
   * @param port where clients find it; 0 for any free port
   */
  public EmbeddedBroker(Path dataDirectory, int port) {
    this(dataDirectory, port, Map.of());
  }

  /**
   * A broker that has not been started.
   *
   * @param dataDirectory where it keeps its topics; made if it does not exist
   * @param port where clients find it; 0 for any free port
   * @param overrides properties of Kafka's broker that win over the ones chosen here
   */
  public EmbeddedBroker(Path dataDirectory, int port, Map<String, String> overrides) {
    this.dataDirectory = Objects.requireNonNull(dataDirectory, "dataDirectory");
    this.wantedPort = port;
    this.overrides = Map.copyOf(overrides);
  }

  /**
   * Starts it, and returns when it serves clients.
   *
   * @return this broker
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if its port or its directory is in use
   *     or cannot be used
   */
  public EmbeddedBroker start() {
    if (storage != null) {
      throw new IllegalStateException("The broker has been started.");
    }
    if (wantedPort != 0 && !LoopbackPort.isFree(wantedPort)) {
      throw portTaken(null);
    }
    storage = BrokerStorage.open(dataDirectory, BrokerProperties.NODE_ID);
    boolean started = false;
    try {
      startServer();
      started = true;
    } finally {
      if (!started) {
        close();
      }
    }
    return this;
  }

  /**
   * The controller's port must be known beforehand and cannot be kept until Kafka binds it: if
   * another program is quicker, once more with another one.
   */
  private void startServer() {
    for (int attempt = 1; server == null; attempt++) {
      List<Integer> free = LoopbackPort.free(2);
      int controllerPort = free.get(0);
      int brokerPort = wantedPort == 0 ? free.get(1) : wantedPort;
      try {
        server = startServer(brokerPort, controllerPort);
        port = brokerPort;
      } catch (RuntimeException e) {
        if (!isBindFailure(e)) {
          throw Diagnostic.error(
                  ErrorCode.KAFKA, "The Kafka broker did not start: %s", e.getMessage())
              .toException(e);
        }
        if (wantedPort != 0 && !LoopbackPort.isFree(wantedPort)) {
          throw portTaken(e);
        }
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private KafkaRaftServer startServer(int brokerPort, int controllerPort) {
    Properties properties =
        BrokerProperties.of(storage.logDirectory(), brokerPort, controllerPort, overrides);
    KafkaRaftServer candidate =
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    try {
      candidate.startup();
      return candidate;
    } catch (RuntimeException e) {
      candidate.shutdown();
      throw e;
    }
  }

  private static boolean isBindFailure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }

  private RuntimeException portTaken(Throwable cause) {
    return Diagnostic.error(
            ErrorCode.KAFKA,
            "The Kafka broker cannot listen on %s:%d: the port is in use by another program.",
            LoopbackPort.HOST,
            wantedPort)
        .hint(
            "Stop that program, or move all ports with "
                + PortPlan.BASE_OPTION
                + " N, which adds N to each.")
        .toException(cause);
  }

  /** Where clients find it, as {@code host:port}; it must have been started. */
  public String bootstrapServers() {
    return LoopbackPort.HOST + ":" + port();
  }

  /** The port that it listens on; it must have been started. */
  public int port() {
    if (server == null) {
      throw new IllegalStateException("The broker is not running.");
    }
    return port;
  }

  /** Stops it; its data stay. Does nothing if it does not run. */
  @Override
  public void close() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
    if (storage != null) {
      try {
        storage.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      storage = null;
    }
  }
}
