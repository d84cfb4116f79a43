package io.confluent.ksql.tools.test.cases;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Starts servers for cases; found by {@link java.util.ServiceLoader}. */
public interface RestServers {
  /**
   * Starts a server with a broker and a schema registry of its own, so that cases beside each other
   * may use the same names.
   *
   * @param directory where it keeps what it keeps
   * @param settings those of the server
   */
  Running start(Path directory, Map<String, String> settings);

  /** A server that runs. */
  interface Running extends AutoCloseable {
    /** Where the server is. */
    URI server();

    /** Where the broker is. */
    String bootstrapServers();

    /** Where the schema registry is. */
    URI registry();

    @Override
    void close();
  }
}
