package io.confluent.ksql.connect.mqtt;

import io.confluent.ksql.connect.record.Advice;
import io.confluent.ksql.connect.record.Validation;
import io.confluent.ksql.connect.record.Versions;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/** Subscribes to topics of an MQTT broker. One task, since each would be given every message. */
public class MqttSourceConnector extends SourceConnector {
  private Map<String, String> config = Map.of();

  @Override
  public String version() {
    return Versions.current();
  }

  @Override
  public ConfigDef config() {
    return MqttSourceSettings.definition();
  }

  @Override
  public Config validate(Map<String, String> given) {
    return Validation.with(
        super.validate(given), "mqtt.server.uri", () -> new MqttSourceSettings(given));
  }

  @Override
  public void start(Map<String, String> given) {
    new MqttSourceSettings(given);
    config = Map.copyOf(given);
    Advice.log(given);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return MqttSourceTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return List.of(config);
  }

  @Override
  public void stop() {}
}
