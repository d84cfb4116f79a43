package io.confluent.ksql.tests.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/**
 * How fast messages come through at QoS 1, beside a Kafka producer that keeps as many records
 * unacknowledged. Figures are only held against each other where {@code ksql.mqtt.throughput.ratio}
 * says so: on a machine that does other things they say nothing.
 */
class MqttThroughputTest extends MqttFixture {
  private static final int MESSAGES = Integer.getInteger("ksql.mqtt.throughput.messages", 20_000);
  private static final double RATIO =
      Double.parseDouble(System.getProperty("ksql.mqtt.throughput.ratio", "0"));
  private static final int WARM_UP = MESSAGES / 2;

  @Test
  void keepsUpWithAProducer() throws Exception {
    for (int devices : new int[] {1, 100}) {
      int window = devices == 1 ? 1_000 : 10;
      ProducerMain.run(bootstrapServers(), devices * window, WARM_UP);
      proxied(devices, window, WARM_UP);
      double producer = 0;
      double mqtt = 0;
      for (int i = 0; i < 3; i++) {
        producer += produced(devices * window, MESSAGES) / 3;
        mqtt += proxied(devices, window, MESSAGES) / 3;
      }
      System.out.printf(
          "QoS 1, %d connection(s), %d unacknowledged: %,.0f messages/s by MQTT, %,.0f by a"
              + " producer, ratio %.2f; %s%n",
          devices, devices * window, mqtt, producer, mqtt / producer, load());
      assertThat(mqtt / producer).isGreaterThanOrEqualTo(RATIO);
    }
  }

  private double proxied(int devices, int window, int messages) throws Exception {
    Path file = directory.resolve("acknowledged");
    try (Subprocess process = devices(0, devices, window, 0, messages / devices, file)) {
      process.await(DevicesMain.CONNECTED, 60);
      long start = System.nanoTime();
      process.await(DevicesMain.DONE, 600);
      return messages * 1e9 / (System.nanoTime() - start);
    }
  }

  private double produced(int window, int messages) throws Exception {
    try (Subprocess process =
        Subprocess.start(
            directory.resolve("producer.err"),
            512,
            ProducerMain.class,
            bootstrapServers(),
            "" + window,
            "" + messages)) {
      return Double.parseDouble(process.await(ProducerMain.RATE, 600));
    }
  }

  /** The loop that is compared with, in a process of its own as the devices are. */
  static final class ProducerMain {
    static final String RATE = "rate ";

    private ProducerMain() {}

    public static void main(String[] arguments) throws Exception {
      System.out.println(
          RATE + run(arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
    }

    static double run(String bootstrapServers, int window, int messages) throws Exception {
      Map<String, Object> config = new HashMap<>();
      config.put("bootstrap.servers", bootstrapServers);
      config.put("acks", "all");
      Semaphore free = new Semaphore(window);
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
        producer.partitionsFor(TOPIC);
        byte[] key = DevicesMain.TOPIC.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        long start = System.nanoTime();
        for (int i = 0; i < messages; i++) {
          free.acquire();
          byte[] value = ("device-0:" + i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
          producer.send(
              new ProducerRecord<>(TOPIC, key, value), (metadata, failure) -> free.release());
        }
        free.acquire(window);
        return messages * 1e9 / (System.nanoTime() - start);
      }
    }
  }
}
