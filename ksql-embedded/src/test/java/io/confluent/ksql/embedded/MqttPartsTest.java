package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The MQTT proxy in a server, and the demo's devices. */
class MqttPartsTest {
  @TempDir Path directory;

  @Test
  void saysWhichCommandInstallsWhatIsMissing() throws IOException {
    Files.createFile(directory.resolve("mosquitto_pub")).toFile().setExecutable(true);

    assertThat(MqttDevices.missing(new Programs(directory.toString())))
        .hasValueSatisfying(
            text -> assertThat(text).contains("mosquitto_sub", "install").doesNotContain("_pub"));
    Files.createFile(directory.resolve("mosquitto_sub")).toFile().setExecutable(true);
    assertThat(MqttDevices.missing(new Programs(directory.toString()))).isEmpty();
  }

  @Test
  void listensOnThePlannedPortUnlessItIsToldWhere() {
    Map<String, String> enabled = Map.of("ksql.mqtt.enabled", "true");
    Map<String, String> placed =
        Map.of("ksql.mqtt.enabled", "true", "ksql.mqtt.listeners", "127.0.0.1:1");

    assertThat(MqttCompanion.hasUsualListener(enabled)).isTrue();
    assertThat(MqttCompanion.hasUsualListener(placed)).isFalse();
    assertThat(MqttCompanion.hasUsualListener(Map.of())).isFalse();
    assertThat(MqttCompanion.listener(PortPlan.base(10_000))).isEqualTo("127.0.0.1:11883");
  }
}
