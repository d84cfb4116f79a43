package io.confluent.ksql.connect.record;

import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/** Has a worker refuse at once what would only fail at the start. */
public final class Validation {
  private Validation() {}

  /**
   * Adds what is wrong between several settings, or within one, to what a worker finds by itself.
   *
   * @param name the setting to show it at
   * @param reading reads the settings, and throws what is wrong with them
   */
  public static Config with(Config found, String name, Runnable reading) {
    boolean wrong =
        found.configValues().stream().anyMatch(value -> !value.errorMessages().isEmpty());
    if (!wrong) {
      try {
        reading.run();
      } catch (ConfigException e) {
        found.configValues().stream()
            .filter(value -> value.name().equals(name))
            .forEach((ConfigValue value) -> value.addErrorMessage(e.getMessage()));
      }
    }
    return found;
  }
}
