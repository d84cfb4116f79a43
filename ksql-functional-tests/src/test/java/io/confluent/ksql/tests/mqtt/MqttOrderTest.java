package io.confluent.ksql.tests.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages of a device stay in order, also the first ones, before Kafka has said of its topic. */
class MqttOrderTest extends MqttFixture {
  private static final int MESSAGES = 5_000;
  private static final int WINDOW = 500;

  @Test
  void keepsTheOrderOfADevice() throws Exception {
    Path acknowledged = directory.resolve("acknowledged");
    try (Subprocess device = devices(0, 1, WINDOW, 0, MESSAGES, 0, 0, acknowledged)) {
      device.await(DevicesMain.DONE, 60);
    }

    List<String> sent = IntStream.range(0, MESSAGES).mapToObj(i -> "device-0:" + i).toList();
    assertThat(records()).extracting(record -> new String(record.value(), UTF_8)).isEqualTo(sent);
  }
}
