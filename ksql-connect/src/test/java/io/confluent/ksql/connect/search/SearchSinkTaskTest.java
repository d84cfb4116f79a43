package io.confluent.ksql.connect.search;

import static io.confluent.ksql.connect.TestContext.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.connect.Posts;
import io.confluent.ksql.connect.TestContext;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SearchSinkTaskTest {
  private final TestContext context = TestContext.withDeadLetters();
  private SearchNode node;

  @BeforeEach
  void start() throws Exception {
    node = new SearchNode();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private SearchSinkTask task(TestContext context, String... settings) {
    Map<String, String> config = new HashMap<>(Map.of("connection.url", node.url()));
    for (String setting : settings) {
      config.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
    }
    SearchSinkTask task = new SearchSinkTask();
    task.initialize(context);
    task.start(config);
    return task;
  }

  @Test
  void namesDocumentsByPlaceOrByKey() {
    List<SinkRecord> records = List.of(record(3, "a", Map.of("X", 1)), record(4, null, Map.of()));
    task(context, "key.ignore=true").put(records);
    task(context, "key.ignore=true").put(records);
    task(context, "index.name=by-key").put(records.subList(0, 1));

    assertThat(node.documents())
        .isEqualTo(Map.of("t/t+0+3", "{\"X\":1}", "t/t+0+4", "{}", "by-key/a", "{\"X\":1}"));
  }

  @Test
  void takesTheConfigurationOfTheDocuments() {
    SinkRecord row =
        record("SENSOR_RAW", 7, null, null, "{\"EVENTID\":1,\"EXTRACT_TS\":1546300800000}");
    task(
            context,
            "type.name=type.name=kafkaconnect",
            "key.ignore=true",
            "schema.ignore=true",
            "date.fields=EXTRACT_TS",
            "topic.index.map=SENSOR_RAW:healthsensorinput_raw")
        .put(List.of(row));

    assertThat(node.documents())
        .isEqualTo(
            Map.of(
                "healthsensorinput_raw/SENSOR_RAW+0+7",
                "{\"EVENTID\":1,\"EXTRACT_TS\":\"2019-01-01T00:00:00Z\"}"));
  }

  @Test
  void writesTypedValuesAsSearchNodesReadThem() {
    Schema schema =
        SchemaBuilder.struct()
            .field("AT", Timestamp.SCHEMA)
            .field("ON", org.apache.kafka.connect.data.Date.SCHEMA)
            .field("PRICE", Decimal.schema(2))
            .field("LIST", SchemaBuilder.array(Schema.FLOAT64_SCHEMA))
            .field("NONE", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    Struct row =
        new Struct(schema)
            .put("AT", new Date(1_546_300_800_123L))
            .put("ON", new Date(1_546_300_800_000L))
            .put("PRICE", new java.math.BigDecimal("1.20"))
            .put("LIST", List.of(1.5, Double.NaN));
    task(context).put(List.of(record("T", 0, "k", schema, row)));

    assertThat(node.documents().get("t/k"))
        .isEqualTo(
            "{\"AT\":\"2019-01-01T00:00:00.123Z\",\"ON\":\"2019-01-01\",\"PRICE\":1.20,"
                + "\"LIST\":[1.5,null],\"NONE\":null}");
  }

  @Test
  void lastRecordOfAKeyWinsAndTombstoneDeletes() {
    SearchSinkTask task = task(context);
    task.put(List.of(record(0, "a", Map.of("X", 1)), record(1, "b", Map.of("X", 1))));
    task.put(
        List.of(
            record(2, "a", Map.of("X", 2)),
            record(3, "a", Map.of("X", 3)),
            record(4, "b", null),
            record(5, "unknown", null)));

    assertThat(node.documents()).isEqualTo(Map.of("t/a", "{\"X\":3}"));
    assertThat(node.requests().get(1)).containsExactly("t/a", "t/b", "t/unknown");
  }

  @Test
  void givesOnlyFailedDocumentsAgain() {
    node.refuse("t/b", "429 es_rejected_execution_exception busy", "503 unavailable later");
    SearchSinkTask task = task(context, "retry.backoff.ms=100");
    List<SinkRecord> batch =
        List.of(record(0, "a", Map.of()), record(1, "b", Map.of()), record(2, "c", Map.of("X", 1)));

    assertThatThrownBy(() -> task.put(batch))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("busy");
    assertThatThrownBy(() -> task.put(batch)).isInstanceOf(RetriableException.class);
    task.put(batch);

    assertThat(node.documents()).containsOnlyKeys("t/a", "t/b", "t/c");
    assertThat(node.requests())
        .containsExactly(List.of("t/a", "t/b", "t/c"), List.of("t/b"), List.of("t/b"));
    assertThat(context.timeouts().get(0)).isBetween(50L, 100L);
    assertThat(context.timeouts().get(1)).isBetween(100L, 200L);
    assertThat(context.deadLetters()).isEmpty();
  }

  @Test
  void putsAsideWhatWillNeverBeTaken() {
    node.refuse("t/b", "400 mapper_parsing_exception no number");
    task(context)
        .put(
            List.of(
                record(0, "a", Map.of()),
                record(1, "b", Map.of()),
                record(2, "c", "1,2"),
                record(3, null, Map.of())));

    assertThat(node.documents()).containsOnlyKeys("t/a");
    assertThat(context.deadLetters())
        .satisfiesExactly(
            text -> assertThat(text).contains("t+0+2", "1,2", "VALUE_FORMAT"),
            text -> assertThat(text).contains("t+0+3", "key.ignore=true"),
            text -> assertThat(text).contains("t+0+1", "mapper_parsing_exception", "no number"));
  }

  @Test
  void findsTheDocumentForWhichARequestIsRefusedAsAWhole() throws Exception {
    try (Posts strict =
        new Posts(
            post ->
                post.body().contains("poison")
                    ? Posts.Answer.of(400, "invalid")
                    : Posts.Answer.of(200, SearchNode.accepts(post.body())))) {
      SearchSinkTask task = task(context, "connection.url=" + strict.url());
      task.put(
          List.of(
              record(0, "a", Map.of()),
              record(1, "b", Map.of()),
              record(2, "c", Map.of("X", "poison")),
              record(3, "d", Map.of())));
      assertThat(context.deadLetters())
          .singleElement()
          .asString()
          .contains("t+0+2", "HTTP status 400, invalid");
      assertThat(strict.bodies()).hasSize(5);
    }
  }

  @Test
  void putsAsideKeysThatCannotNameADocument() {
    task(context)
        .put(
            List.of(
                record(0, "", Map.of()),
                record(1, "ä".repeat(256), Map.of()),
                record(2, "ä".repeat(257), Map.of())));
    assertThat(node.documents()).containsOnlyKeys("t/" + "ä".repeat(256));
    assertThat(context.deadLetters())
        .satisfiesExactly(
            text -> assertThat(text).contains("t+0+0", "0 bytes"),
            text -> assertThat(text).contains("t+0+2", "514 bytes", "key.ignore=true"));
  }

  @Test
  void waitsForAnIndexThatIsReadOnlyForAWhile() {
    node.refuse("t/a", "403 cluster_block_exception disk");
    SearchSinkTask task = task(context);
    List<SinkRecord> batch = List.of(record(0, "a", Map.of()));
    assertThatThrownBy(() -> task.put(batch)).isInstanceOf(RetriableException.class);
    task.put(batch);
    assertThat(node.documents()).containsOnlyKeys("t/a");
    assertThat(context.deadLetters()).isEmpty();
  }

  @Test
  void failsWithoutDeadLettersUnlessToldOtherwise() {
    List<SinkRecord> batch = List.of(record(0, "a", "no document"), record(1, "b", Map.of()));
    TestContext none = TestContext.withoutDeadLetters();
    assertThatThrownBy(() -> task(none).put(batch)).isInstanceOf(DataException.class);

    task(none, "behavior.on.malformed.documents=warn").put(batch);
    assertThat(node.documents()).containsOnlyKeys("t/b");
  }

  @Test
  void waitsForANodeThatIsAwayAndAsksTheNextOne() throws Exception {
    try (Posts busy =
        new Posts(post -> new Posts.Answer(503, "starting", Map.of("Retry-After", "2")))) {
      SearchSinkTask task = task(context, "connection.url=" + busy.url() + "," + node.url());
      List<SinkRecord> batch = List.of(record(0, "a", Map.of()));
      assertThatThrownBy(() -> task.put(batch))
          .isInstanceOf(RetriableException.class)
          .hasMessageContaining("starting");
      task.put(batch);
    }
    assertThat(context.timeouts()).containsExactly(2000L);
    assertThat(node.documents()).containsOnlyKeys("t/a");
  }

  @Test
  void givesUpWhenToldTo() {
    SearchSinkTask task =
        task(context, "connection.url=http://localhost:1", "max.retries=1", "retry.backoff.ms=1");
    List<SinkRecord> batch = List.of(record(0, "a", Map.of()));
    assertThatThrownBy(() -> task.put(batch)).isInstanceOf(RetriableException.class);
    assertThatThrownBy(() -> task.put(batch))
        .isInstanceOf(ConnectException.class)
        .isNotInstanceOf(RetriableException.class)
        .hasMessageContaining("2 tries");
  }

  @Test
  void splitsLargeBatches() {
    task(context, "batch.size=2")
        .put(List.of(record(0, "a", Map.of()), record(1, "b", Map.of()), record(2, "c", Map.of())));
    assertThat(node.requests()).containsExactly(List.of("t/a", "t/b"), List.of("t/c"));
  }

  @Test
  void saysWhatIsWrongWithSettings() {
    assertThatThrownBy(() -> task(context, "topic.index.map=a"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("topic:index");
    assertThatThrownBy(() -> task(context, "connection.url=localhost:9200"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("http://");
  }
}
