package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.net.LoopbackPort;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.QueriesList;
import io.confluent.ksql.rest.wire.RunningQuery;
import io.confluent.ksql.rest.wire.SourceSummary;
import io.confluent.ksql.rest.wire.StreamsList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is killed with everything in it, and started again on what it left. */
class CrashTest {
  private static final int BEATS = 6000;
  private static final int BEATS_A_SECOND = 500;
  private static final String GROUP = "_confluent-ksql-default_query_CSAS_SCORED_1";
  private static final String READINGS = "#5.0".repeat(210).substring(1);

  @TempDir Path directory;
  private final Ports ports = Ports.free();

  @ParameterizedTest
  @ValueSource(strings = {"latency", "throughput"})
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void everyBeatIsScoredThoughTheServerIsKilledTwice(String profile) throws Exception {
    ExecutorService sensor = Executors.newSingleThreadExecutor();
    try {
      Future<?> sent;
      long committed;
      try (ServerProcess server = ServerProcess.start(ports, directory, Map.of())) {
        server.execute(
            "SET 'ksql.profile' = '"
                + profile
                + "';"
                + " CREATE STREAM beats (eventid INTEGER, sensorinput VARCHAR)"
                + " WITH (kafka_topic='beats', value_format='DELIMITED', partitions=1);"
                + " CREATE STREAM scored AS"
                + " SELECT eventid, ANOMALY(sensorinput) AS anomaly FROM beats;"
                + " CREATE TABLE counted AS"
                + " SELECT eventid % 5 AS part, COUNT(*) AS n FROM beats GROUP BY eventid % 5;");
        sent = sensor.submit(this::send);
        committed = awaitCommit();
        assertThat(sent.isDone()).isFalse();
        server.kill();
      }
      try (ServerProcess server = ServerProcess.launch(ports, directory, Map.of())) {
        awaitBroker();
        server.kill();
        assertThat(server.output()).doesNotContain("listening");
      }
      try (ServerProcess server = ServerProcess.start(ports, directory, Map.of())) {
        assertThat(streams(server)).containsExactly("BEATS", "SCORED");
        assertThat(queries(server)).containsExactlyInAnyOrder("CSAS_SCORED_1", "CTAS_COUNTED_2");
        assertThat(awaitCommit()).isGreaterThanOrEqualTo(committed);
        sent.get();
        awaitScores();
        awaitCounts();
      }
    } finally {
      sensor.shutdownNow();
    }
  }

  /** Waits until Kafka listens, which is long before all queries run. */
  private void awaitBroker() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (LoopbackPort.isFree(ports.kafka()) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
  }

  /** Sends every beat, and again what a broker that was killed has not confirmed. */
  private Void send() throws InterruptedException, ExecutionException {
    Map<String, Object> config = Map.of("bootstrap.servers", ports.broker());
    List<Future<RecordMetadata>> confirmed = new ArrayList<>();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      for (int id = 0; id < BEATS; id++) {
        confirmed.add(producer.send(new ProducerRecord<>("beats", id + "," + READINGS)));
        if (id % (BEATS_A_SECOND / 10) == 0) {
          Thread.sleep(100);
        }
      }
      for (Future<RecordMetadata> beat : confirmed) {
        beat.get();
      }
    }
    return null;
  }

  /** How far the query has read, as soon as it has written that down. */
  private long awaitCommit() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", ports.broker()))) {
      for (int i = 0; i < 200; i++) {
        OffsetAndMetadata offset =
            admin
                .listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition("beats", 0));
        if (offset != null && offset.offset() > 0) {
          return offset.offset();
        }
        Thread.sleep(100);
      }
    }
    throw new AssertionError("The query has not written down how far it has read.");
  }

  /** Reads scored beats until each id was seen. */
  private void awaitScores() {
    BitSet seen = new BitSet();
    read(
        "SCORED",
        scored -> {
          String[] columns = scored.value().split(",");
          assertThat(Double.parseDouble(columns[1])).isPositive();
          seen.set(Integer.parseInt(columns[0]));
          return seen.cardinality() == BEATS;
        });
    assertThat(seen.nextClearBit(0)).as("the first beat that is not scored").isEqualTo(BEATS);
  }

  /** Reads counts until they have each beat; those that were read again may count twice. */
  private void awaitCounts() {
    Map<String, Long> counts = new HashMap<>();
    read(
        "COUNTED",
        counted -> {
          counts.put(counted.key(), Long.parseLong(counted.value()));
          return sum(counts) >= BEATS;
        });
    assertThat(sum(counts)).as("beats counted").isGreaterThanOrEqualTo(BEATS);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Reads a topic from its beginning until a record was the last one wanted, or time is up. */
  private void read(String topic, Predicate<ConsumerRecord<String, String>> isLast) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", ports.broker(), "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      consumer.seekToBeginning(consumer.assignment());
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (System.nanoTime() < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
          if (isLast.test(record)) {
            return;
          }
        }
      }
    }
  }

  private static List<String> streams(ServerProcess server) {
    return server.execute("SHOW STREAMS;").stream()
        .flatMap(entity -> ((StreamsList) entity).streams().stream())
        .map(SourceSummary::name)
        .sorted()
        .toList();
  }

  private static List<String> queries(ServerProcess server) {
    List<Entity> answers = server.execute("SHOW QUERIES;");
    return answers.stream()
        .flatMap(entity -> ((QueriesList) entity).queries().stream())
        .map(RunningQuery::id)
        .toList();
  }
}
