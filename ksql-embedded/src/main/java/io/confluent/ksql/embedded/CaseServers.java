package io.confluent.ksql.embedded;

import io.confluent.ksql.tools.test.cases.RestServers;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Servers for the cases of {@code bin/ksql-test-runner --rest}. */
public final class CaseServers implements RestServers {
  @Override
  public Running start(Path directory, Map<String, String> settings) {
    EmbeddedServer server = startAlone(directory.resolve("data"), settings);
    return new Running() {
      @Override
      public URI server() {
        return server.url();
      }

      @Override
      public String bootstrapServers() {
        return server.bootstrapServers();
      }

      @Override
      public URI registry() {
        return server.registry();
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }

  /** Free ports are only free until somebody takes them, so one server starts after the other. */
  private static synchronized EmbeddedServer startAlone(
      Path directory, Map<String, String> settings) {
    return EmbeddedServer.start(PortPlan.free(), directory, settings);
  }
}
