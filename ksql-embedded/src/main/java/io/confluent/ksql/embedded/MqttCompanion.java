package io.confluent.ksql.embedded;

import io.confluent.ksql.mqtt.MqttProxy;
import io.confluent.ksql.mqtt.MqttSettings;
import io.confluent.ksql.rest.server.Companion;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MQTT proxy in the process of a server: {@code ksql.mqtt.enabled}. */
public final class MqttCompanion implements Companion {
  private static final Logger LOG = LoggerFactory.getLogger(MqttCompanion.class);

  /** For the loader of services. */
  public MqttCompanion() {}

  @Override
  public List<Setting<?>> settings() {
    return MqttSettings.ALL;
  }

  @Override
  public Optional<AutoCloseable> start(Settings settings) {
    if (!settings.get(MqttSettings.ENABLED)) {
      return Optional.empty();
    }
    MqttProxy proxy = MqttProxy.start(settings);
    LOG.info("MQTT clients come by {}", proxy.listeners());
    return Optional.of(proxy);
  }

  /** Whether a proxy is asked for, and not where it listens. */
  static boolean hasUsualListener(Map<String, String> given) {
    Settings settings = Settings.of(given);
    return settings.get(MqttSettings.ENABLED) && settings.given(MqttSettings.LISTENERS).isEmpty();
  }

  /** Where it listens by a plan. */
  static String listener(PortPlan ports) {
    return "127.0.0.1:" + ports.port(PortPlan.Service.MQTT);
  }
}
