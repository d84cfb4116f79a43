package io.confluent.ksql.rest.server;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.setting.Settings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that runs the queries of a file and takes no statements from anybody. */
public final class HeadlessServer implements AutoCloseable {
  /** What is closed with it, the last one that was opened first. */
  private final Deque<AutoCloseable> opened;

  private HeadlessServer(Deque<AutoCloseable> opened) {
    this.opened = opened;
  }

  /** Whether the settings name a file of queries. */
  public static boolean isAskedFor(Map<String, String> given) {
    return !Settings.of(PropertyRules.canonical(given)).get(EngineSettings.QUERIES_FILE).isEmpty();
  }

  /**
   * Starts the queries of the file that {@code ksql.queries.file} names and what else belongs to
   * the server, and returns when all run.
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
    HeadlessServer server = new HeadlessServer(new ArrayDeque<>(List.of(parts)));
    boolean started = false;
    try {
      queries.run(parts.headlessEngine());
      Companion.startAll(own).forEach(server.opened::push);
      started = true;
      return server;
    } finally {
      if (!started) {
        server.close();
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
    Optional<Exception> failure = Optional.empty();
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    if (failure.isPresent()) {
      throw Diagnostic.error(
              ErrorCode.INTERNAL, "The server did not stop cleanly: %s", failure.get().getMessage())
          .toException(failure.get());
    }
  }
}
