package io.confluent.ksql.rest.server;

import io.confluent.ksql.engine.FunctionLibrary;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.setting.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A server whose Kafka cluster need not be there yet: functions and formats are loaded meanwhile,
 * on a thread of their own. For one thread, and one start.
 */
public final class ServerPreparation {
  private final Map<String, String> given;
  private final FutureTask<Loaded> loading;

  /** What was found on the class path and in the extension directory. */
  record Loaded(FunctionRegistry functions, Formats formats) {}

  private ServerPreparation(Map<String, String> given) {
    this.given = Map.copyOf(given);
    Settings settings = Settings.of(PropertyRules.canonical(given));
    loading = new FutureTask<>(() -> load(settings));
  }

  static Loaded load(Settings settings) {
    return new Loaded(FunctionLibrary.load(settings), Formats.installed());
  }

  /** The first statement that is parsed makes the parser's tables; nobody waits for this one. */
  private void loadAll() {
    loading.run();
    SqlParser.parse("SHOW STREAMS;");
  }

  /**
   * Begins to load.
   *
   * @param given settings by name, except where Kafka and the schema registry are
   */
  public static ServerPreparation begin(Map<String, String> given) {
    ServerPreparation preparation = new ServerPreparation(given);
    Thread thread = new Thread(preparation::loadAll, "ksql-preparation");
    thread.setDaemon(true);
    thread.start();
    return preparation;
  }

  /**
   * Starts the server, and returns when it serves clients.
   *
   * @param more settings by name that were not known when this began; they win
   * @throws io.confluent.ksql.diagnostic.DiagnosticException why it cannot start
   */
  public KsqlServer start(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(given);
    all.putAll(more);
    return KsqlServer.start(Settings.of(PropertyRules.canonical(all)), this::loaded);
  }

  private Loaded loaded() {
    try {
      return loading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
