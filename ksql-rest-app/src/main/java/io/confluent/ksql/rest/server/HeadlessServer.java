package io.confluent.ksql.rest.server;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.setting.Settings;
import java.nio.file.Path;
import java.util.Map;

/** A server that runs the queries of a file and takes no statements from anybody. */
public final class HeadlessServer implements AutoCloseable {
  private final AutoCloseable parts;

  private HeadlessServer(AutoCloseable parts) {
    this.parts = parts;
  }

  /** Whether the settings name a file of queries. */
  public static boolean isAskedFor(Map<String, String> given) {
    return !Settings.of(PropertyRules.canonical(given)).get(EngineSettings.QUERIES_FILE).isEmpty();
  }

  /**
   * Starts the queries of the file that {@code ksql.queries.file} names, and returns when all run.
   *
   * @param given settings by name, as for {@link KsqlServer#start}
   * @throws io.confluent.ksql.diagnostic.DiagnosticException why it cannot start; nothing runs then
   */
  public static HeadlessServer start(Map<String, String> given) {
    Settings own = Settings.of(PropertyRules.canonical(given));
    Path file = Path.of(own.get(EngineSettings.QUERIES_FILE));
    QueriesFile queries = QueriesFile.read(file);
    ServerPreparation.Loaded loaded = ServerPreparation.load(own);
    KafkaParts parts = new KafkaParts(agreed(own, loaded), () -> loaded);
    boolean started = false;
    try {
      queries.run(parts.headlessEngine());
      started = true;
      return new HeadlessServer(parts);
    } finally {
      if (!started) {
        parts.close();
      }
    }
  }

  private static Settings agreed(Settings own, ServerPreparation.Loaded loaded) {
    try (KafkaParts parts = new KafkaParts(own, () -> loaded)) {
      return parts.agreedSettings();
    }
  }

  @Override
  public void close() {
    try {
      parts.close();
    } catch (Exception e) {
      throw Diagnostic.error(
              ErrorCode.INTERNAL, "The server did not stop cleanly: %s", e.getMessage())
          .toException(e);
    }
  }
}
