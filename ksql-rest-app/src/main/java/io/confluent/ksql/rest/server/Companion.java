package io.confluent.ksql.rest.server;

import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

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

  /** All that are installed. */
  static List<Companion> installed() {
    return ServiceLoader.load(Companion.class).stream().map(ServiceLoader.Provider::get).toList();
  }
}
