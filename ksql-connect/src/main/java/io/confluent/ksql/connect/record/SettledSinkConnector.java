package io.confluent.ksql.connect.record;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** A sink all of whose tasks have the settings of the connector. */
public abstract class SettledSinkConnector extends SinkConnector {
  private final ConfigDef definition;
  private final String address;
  private final Consumer<Map<String, String>> reading;
  private final Class<? extends Task> task;
  private Map<String, String> config = Map.of();

  /**
   * A sink.
   *
   * @param address the setting to show at what is wrong between several
   * @param reading reads the settings, and throws what is wrong with them
   */
  protected SettledSinkConnector(
      ConfigDef definition,
      String address,
      Consumer<Map<String, String>> reading,
      Class<? extends Task> task) {
    this.definition = definition;
    this.address = address;
    this.reading = reading;
    this.task = task;
  }

  @Override
  public String version() {
    return Versions.current();
  }

  @Override
  public ConfigDef config() {
    return definition;
  }

  @Override
  public Config validate(Map<String, String> given) {
    return Validation.with(super.validate(given), address, () -> reading.accept(given));
  }

  @Override
  public void start(Map<String, String> given) {
    reading.accept(given);
    config = Map.copyOf(given);
    Advice.log(given);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return task;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return Collections.nCopies(maxTasks, config);
  }

  @Override
  public void stop() {}
}
