package io.confluent.ksql.tests.mqtt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/**
 * How fast messages come through at QoS 1, beside a Kafka producer that keeps as many records
 * unacknowledged, in turns. Figures are only held against each other where {@code
 * ksql.mqtt.throughput.ratio} says so: on a machine that does other things they say little. A
 * payload is some 15 bytes, or as many as {@code ksql.mqtt.throughput.bytes} says.
 */
class MqttThroughputTest extends MqttFixture {
  private static final int MESSAGES = Integer.getInteger("ksql.mqtt.throughput.messages", 10_000);
  private static final double RATIO =
      Double.parseDouble(System.getProperty("ksql.mqtt.throughput.ratio", "0"));
  private static final int PAYLOAD_BYTES = Integer.getInteger("ksql.mqtt.throughput.bytes", 0);
  private static final int ROUNDS = Integer.getInteger("ksql.mqtt.throughput.rounds", 3);
  private static final long PATIENCE_SECONDS = 600;

  /**
   * One run.
   *
   * @param rate messages a second
   * @param client processor time of the client, microseconds a message
   * @param proxy the same of the proxy
   * @param broker the same of the broker
   */
  private record Run(double rate, double client, double proxy, double broker) {
    static Run median(List<Run> runs) {
      return new Run(
          median(runs, Run::rate),
          median(runs, Run::client),
          median(runs, Run::proxy),
          median(runs, Run::broker));
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
      return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }
  }

  /**
   * All of it from the start: a page that is touched for the first time can cost more than ten
   * messages, and how many do is the collector's choice.
   */
  @Override
  List<String> heap() {
    return List.of("-Xms" + HEAP + "m", "-Xmx" + HEAP + "m", "-XX:+AlwaysPreTouch");
  }

  @Test
  void keepsUpWithAProducer() throws Exception {
    for (int devices : new int[] {1, 100}) {
      int window = devices == 1 ? 1_000 : 10;
      proxied(devices, window);
      List<Run> mqtt = new ArrayList<>();
      List<Run> producer = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        mqtt.add(proxied(devices, window));
        producer.add(produced(devices * window));
      }
      report(devices, devices * window, Run.median(mqtt), Run.median(producer));
    }
  }

  private static void report(int devices, int window, Run mqtt, Run producer) {
    double ratio = mqtt.rate() / producer.rate();
    System.out.printf(
        "QoS 1, %d connection(s), %d unacknowledged: %,.0f messages/s by MQTT (CPU a message:"
            + " clients %.1f us, proxy %.1f us, broker %.1f us), %,.0f by a producer (client %.1f"
            + " us, broker %.1f us), ratio %.2f; medians of %d runs of %,d messages; %s%n",
        devices,
        window,
        mqtt.rate(),
        mqtt.client(),
        mqtt.proxy(),
        mqtt.broker(),
        producer.rate(),
        producer.client(),
        producer.broker(),
        ratio,
        ROUNDS,
        MESSAGES,
        load());
    assertThat(ratio).isGreaterThanOrEqualTo(RATIO);
  }

  /** What a client sends before it is measured, so that its start is not. */
  private static int unmeasured() {
    return MESSAGES;
  }

  private Run proxied(int devices, int window) throws Exception {
    Path file = directory.resolve("acknowledged");
    int each = (unmeasured() + MESSAGES) / devices;
    try (Subprocess process =
        devices(0, devices, window, 0, each, unmeasured(), PAYLOAD_BYTES, file)) {
      return measure(process);
    }
  }

  private Run produced(int window) throws Exception {
    try (Subprocess process =
        Subprocess.start(
            directory.resolve("producer.err"),
            heap(),
            ProducerMain.class,
            bootstrapServers(),
            "" + window,
            "" + PAYLOAD_BYTES,
            "" + unmeasured(),
            "" + MESSAGES)) {
      return measure(process);
    }
  }

  private Run measure(Subprocess client) throws InterruptedException {
    client.await(DevicesMain.MEASURING, PATIENCE_SECONDS);
    long start = System.nanoTime();
    Duration proxyBefore = proxy.processorTime();
    Duration brokerBefore = kafka.processorTime();
    String done = client.await(DevicesMain.DONE, PATIENCE_SECONDS);
    long nanos = System.nanoTime() - start;
    return new Run(
        MESSAGES * 1e9 / nanos,
        Long.parseLong(done.substring(0, done.indexOf(' '))) * 1e3 / MESSAGES,
        micros(proxy.processorTime().minus(proxyBefore)),
        micros(kafka.processorTime().minus(brokerBefore)));
  }

  private static double micros(Duration used) {
    return used.toNanos() / 1e3 / MESSAGES;
  }

  /**
   * The loop that is compared with, in a process of its own as the devices are, and with the
   * settings of the proxy's producer.
   *
   * <pre>arguments: bootstrap-servers window bytes unmeasured messages</pre>
   */
  static final class ProducerMain {
    private final KafkaProducer<byte[], byte[]> producer;
    private final Semaphore free;
    private final int window;
    private final int payloadBytes;
    private int sent;

    private ProducerMain(String bootstrapServers, int window, int payloadBytes) {
      this.payloadBytes = payloadBytes;
      this.producer =
          new KafkaProducer<>(
              Map.of(
                  "bootstrap.servers", bootstrapServers,
                  "acks", "all",
                  "linger.ms", "1",
                  "batch.size", "65536"),
              new ByteArraySerializer(),
              new ByteArraySerializer());
      this.window = window;
      this.free = new Semaphore(window);
    }

    public static void main(String[] arguments) throws Exception {
      ProducerMain main =
          new ProducerMain(
              arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
      try (main.producer) {
        main.send(Integer.parseInt(arguments[3]));
        Duration before = Subprocess.ownProcessorTime();
        System.out.println(DevicesMain.MEASURING);
        main.send(Integer.parseInt(arguments[4]));
        main.free.acquire(main.window);
        Duration used = Subprocess.ownProcessorTime().minus(before);
        System.out.println(DevicesMain.DONE + used.toMillis() + " ms of processor time");
      }
    }

    private void send(int messages) throws InterruptedException {
      byte[] key = DevicesMain.TOPIC.getBytes(UTF_8);
      for (int i = 0; i < messages; i++) {
        free.acquire();
        byte[] value = payload("device-0:" + sent++);
        producer.send(
            new ProducerRecord<>(TOPIC, key, value), (metadata, failure) -> free.release());
      }
    }

    /** As devices have it: a text, with zeros behind it up to the number of bytes. */
    private byte[] payload(String text) {
      byte[] payload = text.getBytes(ISO_8859_1);
      return payload.length < payloadBytes ? Arrays.copyOf(payload, payloadBytes) : payload;
    }
  }
}
