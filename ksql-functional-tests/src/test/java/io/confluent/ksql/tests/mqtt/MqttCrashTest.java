package io.confluent.ksql.tests.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A proxy that is killed, and in turns with it its broker: what was acknowledged is in Kafka.
 * {@code ksql.mqtt.crash.messages} and {@code ksql.mqtt.crash.kills} make it longer.
 */
class MqttCrashTest extends MqttFixture {
  private static final int MESSAGES = Integer.getInteger("ksql.mqtt.crash.messages", 20_000);
  private static final int KILLS = Integer.getInteger("ksql.mqtt.crash.kills", 1);
  private static final int DEVICES = 10;
  private static final int WINDOW = 100;

  @Test
  void whatIsAcknowledgedIsInKafka() throws Exception {
    Path acknowledged = directory.resolve("acknowledged");
    Random random = new Random();
    try (Subprocess devices =
        devices(0, DEVICES, WINDOW, 0, MESSAGES / DEVICES, 0, 0, acknowledged)) {
      devices.await(DevicesMain.CONNECTED, 60);
      for (int i = 0; i < KILLS; i++) {
        awaitBusy(devices, random);
        if (i % 2 == 0) {
          proxy.kill();
          startProxy();
        } else {
          kafka.kill();
          startKafka();
        }
      }
      System.out.println(
          "MQTT, proxy and broker killed "
              + KILLS
              + " times in turns: "
              + devices.await(DevicesMain.DONE, 600));
    }
    int duplicates = check(acknowledged);
    System.out.printf(
        "%,d messages acknowledged, all in Kafka, %,d records more; %s%n",
        MESSAGES, duplicates, load());
  }

  /** In the middle of messages, not while devices find out that they are to come again. */
  private void awaitBusy(Subprocess devices, Random random) throws InterruptedException {
    devices.forget();
    int more = MESSAGES / (KILLS + 1) / DevicesMain.PROGRESS_MESSAGES / 2;
    for (int i = 1 + random.nextInt(more); i > 0; i--) {
      devices.await(DevicesMain.PROGRESS, 180);
    }
  }

  private int check(Path acknowledged) throws IOException {
    Map<String, Integer> stored = stored();
    List<String> promised = Files.readAllLines(acknowledged);
    assertThat(promised).hasSize(MESSAGES);
    assertThat(promised.stream().filter(message -> !stored.containsKey(message))).isEmpty();
    return stored.values().stream().mapToInt(Integer::intValue).sum() - stored.size();
  }
}
