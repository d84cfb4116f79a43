package io.confluent.ksql.tests.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.ksql.embedded.MqttProxyMain;
import io.confluent.ksql.net.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A broker and a proxy, in processes of their own. */
abstract class MqttFixture {
  static final String TOPIC = "temperature";
  static final int HEAP = Integer.getInteger("ksql.mqtt.test.heap", 512);
  private static final long START_SECONDS = 120;

  @TempDir Path directory;

  int kafkaPort;
  int mqttPort;
  Subprocess kafka;
  Subprocess proxy;

  @BeforeEach
  void start() throws Exception {
    kafkaPort = LoopbackPort.free();
    mqttPort = LoopbackPort.free();
    startKafka();
    startProxy();
  }

  @AfterEach
  void stop() {
    proxy.close();
    kafka.close();
  }

  void startKafka() throws Exception {
    kafka =
        Subprocess.start(
            directory.resolve("kafka.err"),
            heap(),
            KafkaMain.class,
            directory.resolve("kafka").toString(),
            "" + kafkaPort);
    kafka.await(KafkaMain.READY, START_SECONDS);
  }

  void startProxy() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("mqtt.properties"),
            """
            bootstrap.servers=%s
            listeners=127.0.0.1:%d
            topic.regex.list=%s:.*temperature
            """
                .formatted(bootstrapServers(), mqttPort, TOPIC));
    proxy =
        Subprocess.start(
            directory.resolve("proxy.err"), heap(), MqttProxyMain.class, file.toString());
    proxy.await("MQTT clients come by", START_SECONDS);
  }

  /** Options of Java for the heap of each process. */
  List<String> heap() {
    return List.of("-Xmx" + HEAP + "m");
  }

  String bootstrapServers() {
    return "127.0.0.1:" + kafkaPort;
  }

  Subprocess devices(
      int first,
      int devices,
      int window,
      int pauseMillis,
      int messages,
      int unmeasured,
      int payloadBytes,
      Path acknowledged)
      throws IOException {
    return Subprocess.start(
        directory.resolve("devices.err"),
        heap(),
        DevicesMain.class,
        "" + mqttPort,
        "" + first,
        "" + devices,
        "" + window,
        "" + pauseMillis,
        "" + messages,
        "" + unmeasured,
        "" + payloadBytes,
        acknowledged.toString());
  }

  /** How often each value is in the topic. */
  Map<String, Integer> stored() {
    Map<String, Integer> values = new HashMap<>();
    records().forEach(record -> values.merge(new String(record.value(), UTF_8), 1, Integer::sum));
    return values;
  }

  List<ConsumerRecord<byte[], byte[]>> records() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  static String load() {
    return "load average "
        + java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
