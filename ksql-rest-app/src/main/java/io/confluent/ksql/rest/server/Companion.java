package io.confluent.ksql.rest.server;

import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;

/**
 * A part that another module adds to the process of a server, and that starts and ends with it;
 * found as a service.
 */
public interface Companion {
  /** The settings that it reads. */
  List<Setting<?>> settings();

  /**
   * Starts, if the settings ask for it.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException why it cannot start; then the server
   *     does not either
   */
  Optional<AutoCloseable> start(Settings settings);

  /**
   * Starts all that are installed and asked for.
   *
   * @return those that run, in the order in which they were started
   * @throws io.confluent.ksql.diagnostic.DiagnosticException why one cannot start; then none runs
   */
  static List<AutoCloseable> startAll(Settings settings) {
    List<AutoCloseable> running = new ArrayList<>();
    boolean started = false;
    try {
      installed().forEach(companion -> companion.start(settings).ifPresent(running::add));
      started = true;
      return List.copyOf(running);
    } finally {
      if (!started) {
        running.forEach(Companion::closeAfterFailure);
      }
    }
  }

  private static void closeAfterFailure(AutoCloseable companion) {
    try {
      companion.close();
    } catch (Exception e) {
      // What is told is why another one could not start.
      LoggerFactory.getLogger(Companion.class).warn("A part did not end well", e);
    }
  }

  /** All that are installed. */
  static List<Companion> installed() {
    return ServiceLoader.load(Companion.class).stream().map(ServiceLoader.Provider::get).toList();
  }
}
