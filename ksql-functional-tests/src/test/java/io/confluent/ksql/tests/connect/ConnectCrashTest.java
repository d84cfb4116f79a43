package io.confluent.ksql.tests.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import io.confluent.ksql.embedded.SearchClient;
import io.confluent.ksql.embedded.SearchNodeProcess;
import io.confluent.ksql.net.LoopbackPort;
import io.confluent.ksql.rest.wire.WireJson;
import io.confluent.ksql.tests.mqtt.KafkaMain;
import io.confluent.ksql.tests.mqtt.Subprocess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an MQTT broker through Kafka into an index, while worker and search node are killed: what
 * the MQTT broker has acknowledged is in Kafka, and each record is one document. {@code
 * ksql.connect.crash.messages} and {@code ksql.connect.crash.kills} make it longer.
 */
class ConnectCrashTest {
  private static final int MESSAGES = Integer.getInteger("ksql.connect.crash.messages", 20_000);
  private static final int KILLS = Integer.getInteger("ksql.connect.crash.kills", 1);
  private static final Duration PATIENCE = Duration.ofSeconds(120 + MESSAGES / 200);
  private static final String TOPIC = "readings";
  private static final int PARTITIONS = 3;

  /** How many messages may be unacknowledged. */
  private static final int WINDOW = 200;

  @TempDir Path directory;
  private final Random random = new Random();
  private final HttpClient http = HttpClient.newHttpClient();
  private int kafkaPort;
  private int workerPort;
  private int mqttPort;
  private Subprocess kafka;
  private Subprocess worker;
  private Process mosquitto;
  private RealSearchNode node;
  private KafkaConsumer<byte[], byte[]> watcher;

  private void start() throws Exception {
    node = RealSearchNode.start(SearchNodeProcess.Make.ELASTICSEARCH, directory.resolve("search"));
    kafkaPort = LoopbackPort.free();
    workerPort = LoopbackPort.free();
    mqttPort = LoopbackPort.free();
    mosquitto = startMosquitto();
    kafka =
        Subprocess.start(
            directory.resolve("kafka.err"),
            512,
            KafkaMain.class,
            directory.resolve("kafka").toString(),
            "" + kafkaPort);
    kafka.await(KafkaMain.READY, 120);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
    }
    watcher = consumer();
    startWorker();
  }

  @AfterEach
  void stop() {
    Stream.of(watcher, worker, kafka, node)
        .filter(part -> part != null)
        .forEach(
            part -> {
              try {
                part.close();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    if (mosquitto != null) {
      mosquitto.destroyForcibly();
    }
  }

  private String bootstrapServers() {
    return "127.0.0.1:" + kafkaPort;
  }

  private void startWorker() throws Exception {
    worker =
        Subprocess.start(
            directory.resolve("worker.err"),
            512,
            WorkerMain.class,
            bootstrapServers(),
            "" + workerPort);
    worker.await(WorkerMain.READY, 120);
  }

  private Process startMosquitto() throws IOException {
    Path configuration =
        Files.write(
            directory.resolve("mosquitto.conf"),
            List.of(
                "listener " + mqttPort + " 127.0.0.1",
                "allow_anonymous true",
                "user " + System.getProperty("user.name"),
                "max_queued_messages 0",
                "max_inflight_messages 1000"));
    return new ProcessBuilder(program("mosquitto"), "-c", configuration.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("mosquitto.log").toFile())
        .start();
  }

  /** A user's machine may lack it; continuous integration must not. */
  private static String program(String name) {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseGet(
            () -> {
              assertThat(System.getenv("CI")).as(name + " must be installed").isNotEqualTo("true");
              return Assumptions.abort("Not run: there is no " + name + " on this machine.");
            });
  }

  private void createConnectors() throws Exception {
    create(
        "source",
        Map.of(
            "connector.class",
            "io.confluent.connect.mqtt.MqttSourceConnector",
            "mqtt.server.uri",
            "tcp://127.0.0.1:" + mqttPort,
            "mqtt.topics",
            TOPIC,
            "mqtt.qos",
            "1",
            "kafka.topic",
            TOPIC,
            "value.converter",
            "org.apache.kafka.connect.converters.ByteArrayConverter"));
    create(
        "index",
        Map.of(
            "connector.class", "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector",
            "topics", TOPIC,
            "connection.url", node.url(),
            "key.ignore", "true",
            "retry.backoff.ms", "100",
            "retry.backoff.max.ms", "1000"));
  }

  private void create(String name, Map<String, String> config) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + workerPort + "/connectors"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    WireJson.write(Map.of("name", name, "config", config))))
            .build();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              HttpResponse<String> answer =
                  http.send(request, HttpResponse.BodyHandlers.ofString());
              assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            });
  }

  @Test
  void everyAcknowledgedMessageIsInKafkaAndEveryRecordInTheIndexOnce() throws Exception {
    start();
    createConnectors();
    // Its session has begun when the first message has come.
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              publish(-1, 0);
              return ends() > 0;
            });
    long start = System.nanoTime();
    CompletableFuture<Void> published = CompletableFuture.runAsync(() -> publish(0, MESSAGES));
    for (int i = 0; i < KILLS; i++) {
      awaitShare((i + random.nextDouble()) / KILLS * 0.9);
      worker.kill();
      startWorker();
      Thread.sleep(random.nextInt(20_000));
      node.kill();
      Thread.sleep(random.nextInt(1000));
      node.restart();
      node.await();
    }
    published.get();
    check(start);
  }

  /** Kills come in the middle of messages, not before or behind them. */
  private void awaitShare(double share) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> ends() >= share * MESSAGES);
  }

  /** Publishes these numbers, and returns when the broker has acknowledged each. */
  private void publish(int from, int to) {
    Mqtt3AsyncClient publisher =
        Mqtt3Client.builder().serverHost("127.0.0.1").serverPort(mqttPort).buildAsync();
    publisher.connect().join();
    Semaphore window = new Semaphore(WINDOW);
    List<CompletableFuture<?>> acknowledged = new ArrayList<>();
    for (int i = from; i < to; i++) {
      window.acquireUninterruptibly();
      acknowledged.add(
          publisher
              .publishWith()
              .topic(TOPIC)
              .qos(MqttQos.AT_LEAST_ONCE)
              .payload("{\"ID\":%d}".formatted(i).getBytes(UTF_8))
              .send()
              .whenComplete((message, failure) -> window.release()));
    }
    acknowledged.forEach(CompletableFuture::join);
    publisher.disconnect().join();
  }

  private void check(long start) throws Exception {
    Set<Integer> ids = new HashSet<>();
    Set<String> places = new HashSet<>();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              read(ids, places);
              return ids.size() >= MESSAGES;
            });
    assertThat(ids).as("of acknowledged messages in Kafka").hasSize(MESSAGES);
    SearchClient index = node.client();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(() -> index.count(TOPIC) >= places.size());
    assertThat(index.documents(TOPIC).keySet()).isEqualTo(places);
    System.out.printf(
        "Kafka Connect, worker and search node killed %d times each: %,d messages acknowledged, all"
            + " in Kafka, %,d records of them; %,d documents, the same; %d s, load average %.1f%n",
        KILLS,
        MESSAGES,
        places.size(),
        index.count(TOPIC),
        (System.nanoTime() - start) / 1_000_000_000,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private long ends() {
    return watcher.endOffsets(partitions()).values().stream().mapToLong(Long::longValue).sum();
  }

  private void read(Set<Integer> ids, Set<String> places) throws IOException {
    ids.clear();
    places.clear();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(partitions());
      consumer.seekToBeginning(partitions());
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions());
      while (ends.keySet().stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          places.add(record.topic() + '+' + record.partition() + '+' + record.offset());
          int id = WireJson.mapper().readTree(new String(record.value(), UTF_8)).path("ID").asInt();
          if (id >= 0) {
            ids.add(id);
          }
        }
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrapServers()),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions() {
    return IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(TOPIC, i)).toList();
  }
}
