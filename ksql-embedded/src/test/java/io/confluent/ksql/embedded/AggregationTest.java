package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Aggregations on a broker, where states are held back between commits: many events of few groups,
 * some of them late, give what adding them up one by one gives.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AggregationTest {
  private static final int EVENTS = 20_000;
  private static final int KEYS = 7;
  private static final long SIZE = 10_000;
  private static final long GRACE = 3_000;
  // A broker removes what is too old.
  private static final long BEGIN = System.currentTimeMillis() - 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path directory;

  private record Event(String key, int amount, long time) {}

  /** Time goes on by 4 ms an event; one of ten events is up to 8 s behind. */
  private static List<Event> events(long seed) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      long behind = random.nextInt(10) == 0 ? random.nextInt(8_000) : 0;
      long time = BEGIN + 4L * i - behind;
      events.add(new Event("k" + random.nextInt(KEYS), random.nextInt(1000), time));
    }
    return events;
  }

  /** Rows as a pull query gives them: key, start, end, count, sum, least. */
  private static List<String> windowed(List<Event> events) {
    Map<String, TreeMap<Long, long[]>> states = new TreeMap<>();
    long streamTime = 0;
    for (Event event : events) {
      streamTime = Math.max(streamTime, event.time);
      long start = event.time - event.time % SIZE;
      if (start + SIZE > streamTime - GRACE) {
        add(states.computeIfAbsent(event.key, key -> new TreeMap<>()), start, event.amount);
      }
    }
    List<String> rows = new ArrayList<>();
    states.forEach(
        (key, windows) ->
            windows.forEach(
                (start, state) ->
                    rows.add(
                        "[\"%s\",%d,%d,%d,%d,%d]"
                            .formatted(key, start, start + SIZE, state[0], state[1], state[2]))));
    return rows;
  }

  private static List<String> plain(List<Event> events) {
    TreeMap<String, long[]> states = new TreeMap<>();
    events.forEach(event -> add(states, event.key, event.amount));
    List<String> rows = new ArrayList<>();
    states.forEach(
        (key, state) -> rows.add("[\"%s\",%d,%d,%d]".formatted(key, state[0], state[1], state[2])));
    return rows;
  }

  private static <K> void add(TreeMap<K, long[]> states, K group, int amount) {
    long[] state = states.computeIfAbsent(group, key -> new long[] {0, 0, Long.MAX_VALUE});
    state[0]++;
    state[1] += amount;
    state[2] = Math.min(state[2], amount);
  }

  @ParameterizedTest
  @CsvSource({
    "throughput, at_least_once, 100",
    "throughput, exactly_once_v2, 100",
    "latency, at_least_once, 30000"
  })
  void givesWhatEventsAddUpTo(String profile, String guarantee, String commitMillis) {
    Map<String, String> settings =
        Map.of(
            "ksql.profile",
            profile,
            "ksql.service.id",
            TestBroker.newName("aggregation-"),
            "processing.guarantee",
            guarantee,
            "ksql.streams.commit.interval.ms",
            commitMillis);
    String topic = TestBroker.newName("events-");
    List<Event> events = events(commitMillis.hashCode());
    try (RestServer server = RestServer.start(directory.resolve("first"), settings)) {
      server.ksql(
          ("CREATE STREAM events (k VARCHAR KEY, v INTEGER)"
                  + " WITH (kafka_topic='%s', value_format='JSON', partitions=1);"
                  + "CREATE TABLE plain AS SELECT k, COUNT(*) AS n, SUM(v) AS total,"
                  + " MIN(v) AS least FROM events GROUP BY k;"
                  + "CREATE TABLE windowed AS SELECT k, COUNT(*) AS n, SUM(v) AS total,"
                  + " MIN(v) AS least FROM events WINDOW TUMBLING"
                  + " (SIZE 10 SECONDS, RETENTION 1 DAY, GRACE PERIOD 3 SECONDS) GROUP BY k;")
              .formatted(topic));
      send(topic, events);
      awaitRows(server, events, "in the first server");
    }
    // Nothing but the changelogs is left, and they have it too.
    try (RestServer server = RestServer.start(directory.resolve("second"), settings)) {
      awaitRows(server, events, "restored");
    }
  }

  private static void awaitRows(RestServer server, List<Event> events, String when) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(rows(server, "PLAIN"))
                  .as(when)
                  .containsExactlyInAnyOrderElementsOf(plain(events));
              assertThat(rows(server, "WINDOWED"))
                  .as(when)
                  .containsExactlyInAnyOrderElementsOf(windowed(events));
            });
  }

  private static List<String> rows(RestServer server, String table) {
    return server.rows("SELECT * FROM " + table + ";");
  }

  private static void send(String topic, List<Event> events) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            TestBroker.clients(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Event event : events) {
        producer.send(
            new ProducerRecord<>(
                topic,
                0,
                event.time,
                event.key.getBytes(StandardCharsets.UTF_8),
                "{\"V\":%d}".formatted(event.amount).getBytes(StandardCharsets.UTF_8)));
      }
    }
  }
}
