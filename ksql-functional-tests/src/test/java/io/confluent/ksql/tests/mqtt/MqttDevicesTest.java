package io.confluent.ksql.tests.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Many devices, and a broker that restarts while they publish: nothing acknowledged is lost, and
 * memory does not grow. {@code ksql.mqtt.devices}, {@code .seconds} and {@code .pause.ms} make it
 * more.
 */
class MqttDevicesTest extends MqttFixture {
  private static final int DEVICES = Integer.getInteger("ksql.mqtt.devices", 500);
  private static final int SECONDS = Integer.getInteger("ksql.mqtt.devices.seconds", 10);
  private static final int PAUSE_MILLIS = Integer.getInteger("ksql.mqtt.devices.pause.ms", 1_000);
  private static final int PROCESSES = 2;

  @Test
  void nothingIsLostWhenTheBrokerRestarts() throws Exception {
    int each = DEVICES / PROCESSES;
    int messages = SECONDS * 1_000 / PAUSE_MILLIS;
    List<Subprocess> processes = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    List<Long> memory = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        Path file = directory.resolve("acknowledged-" + i);
        files.add(file);
        processes.add(devices(i * each, each, 100, PAUSE_MILLIS, messages, 0, 0, file));
      }
      for (Subprocess process : processes) {
        process.await(DevicesMain.CONNECTED, 300);
      }
      System.out.printf(
          "%,d devices connected, proxy %,d kB%n", each * PROCESSES, proxy.residentKilobytes());
      for (int tenth = 0; tenth < 10; tenth++) {
        if (tenth == 4) {
          kafka.stop();
          Thread.sleep(1_000);
          startKafka();
        }
        Thread.sleep(SECONDS * 100L);
        memory.add(proxy.residentKilobytes());
      }
      for (Subprocess process : processes) {
        System.out.println("devices: " + process.await(DevicesMain.DONE, 600));
      }
      memory.add(proxy.residentKilobytes());
    } finally {
      processes.forEach(Subprocess::close);
    }
    Map<String, Integer> stored = stored();
    List<String> promised = new ArrayList<>();
    for (Path file : files) {
      promised.addAll(Files.readAllLines(file));
    }
    System.out.printf("proxy memory over time, kB: %s; %s%n", memory, load());
    assertThat(promised).hasSize(each * PROCESSES * messages);
    assertThat(promised.stream().filter(message -> !stored.containsKey(message))).isEmpty();
    System.out.printf("%,d messages acknowledged, all in Kafka%n", promised.size());
  }
}
