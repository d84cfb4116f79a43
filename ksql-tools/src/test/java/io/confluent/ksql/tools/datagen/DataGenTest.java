package io.confluent.ksql.tools.datagen;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.function.udf.ml.AnomalyKudf;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.tools.datagen.generate.SchemaRows;
import io.confluent.ksql.tools.produce.InMemorySink;
import io.confluent.ksql.tools.produce.OutgoingRecord;
import io.confluent.ksql.tools.produce.RecordSink;
import io.confluent.ksql.tools.produce.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class DataGenTest {
  private static final long NOW = 1_700_000_000_000L;
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);

  private final InMemorySink sink = new InMemorySink(NOW);
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** The installation that is this project; records are kept in memory. */
  private record InMemory(RecordSink sink, SchemaRegistry registry) implements Outside {
    @Override
    public SchemaFiles schemas() {
      return new SchemaFiles(Optional.of(Path.of("..")));
    }

    @Override
    public Clock clock() {
      return CLOCK;
    }

    @Override
    public SchemaRegistry registry(Connection connection) {
      return registry;
    }

    @Override
    public RecordSink sink(Connection connection, String topic) {
      return sink;
    }
  }

  private int run(String words) {
    return new DataGen(
            new InMemory(sink, registry),
            new PrintStream(out, true),
            new PrintStream(err, true),
            new StopSignal())
        .run(words.isEmpty() ? new String[0] : words.split(" "));
  }

  private List<String> printed() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private List<String> values() {
    return sink.records().stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void runsTheCommandOfTheDocuments() {
    assertThat(
            run(
                "schema=EcdSensorData.avro format=delimited topic=HealthSensorInputTopic"
                    + " key=eventid maxInterval=2 iterations=3"))
        .as(errors())
        .isZero();
    String readings = "([2-7]\\.[0-9][1-9]#){209}[2-7]\\.[0-9][1-9]";
    assertThat(values()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(values().get(i)).matches((i + 1) + "," + readings);
      OutgoingRecord record = sink.records().get(i);
      assertThat(ByteBuffer.wrap(record.key()).getLong()).isEqualTo(i + 1);
      assertThat(record.timestamp()).isEmpty();
      String row = values().get(i).replaceFirst(",", " | ");
      assertThat(printed().get(i)).isEqualTo((i + 1) + " --> (" + row + ") ts:" + NOW);
    }
    assertThat(sink.isClosed()).isTrue();
    assertThat(errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1, 300, 300", "0.25, 45, 110"})
  void ecgHasThatShareOfAnomalies(double share, int least, int most) throws Exception {
    assertThat(run("quickstart=ecg seed=1 iterations=300 printRows=false anomalies=" + share))
        .isZero();
    assertThat(printed()).isEmpty();
    int anomalies = 0;
    for (String value : values()) {
      anomalies += new AnomalyKudf().anomaly(value.substring(value.indexOf(',') + 1)) > 1 ? 1 : 0;
    }
    assertThat(values().get(299)).startsWith("300,");
    assertThat(anomalies).isBetween(least, most);
  }

  @ParameterizedTest
  @EnumSource(Quickstart.class)
  void everyQuickstartWritesEveryFormatThatCanHoldIt(Quickstart quickstart) {
    boolean nested = quickstart == Quickstart.USERS_ || quickstart == Quickstart.ORDERS;
    for (String format : nested ? List.of("json", "avro") : List.of("json", "avro", "delimited")) {
      InMemorySink fresh = new InMemorySink(NOW);
      Outside outside = new InMemory(fresh, registry);
      int code =
          new DataGen(
                  outside, new PrintStream(out, true), new PrintStream(err, true), new StopSignal())
              .run(
                  "quickstart=" + quickstart,
                  "format=" + format,
                  "iterations=20",
                  "topic=t_" + format);
      assertThat(code).as(errors()).isZero();
      List<Column> columns =
          quickstart == Quickstart.ECG
              ? new EcgRows(1, 0).columns()
              : SchemaRows.of(SchemaFiles.read(quickstart), Path.of(""), CLOCK, 1).columns();
      FormatContext context = FormatContext.of("t_" + format, Side.VALUE).withRegistry(registry);
      assertThat(fresh.records()).hasSize(20);
      for (OutgoingRecord record : fresh.records()) {
        Object[] row =
            Formats.installed().get(format).decoder(columns, context).decode(record.value());
        assertThat(row).hasSize(columns.size()).doesNotContainNull();
      }
    }
  }

  @Test
  void registersAvroUnderTheNameInTheSchemaFile() {
    assertThat(run("quickstart=users format=avro iterations=1")).as(errors()).isZero();
    assertThat(registry.latest("users_kafka_topic_avro-value").orElseThrow().schema().text())
        .contains("\"name\":\"users\"", "registertime");
  }

  @Test
  void theSameSeedGivesTheSameRows() {
    String words = "quickstart=users iterations=5 seed=";
    assertThat(valuesOf(words + 9)).hasSize(5).isEqualTo(valuesOf(words + 9));
    assertThat(valuesOf(words + 9)).isNotEqualTo(valuesOf(words + 10));
  }

  private static List<String> valuesOf(String words) {
    DataGenTest fresh = new DataGenTest();
    assertThat(fresh.run(words)).as(fresh.errors()).isZero();
    return fresh.values();
  }

  @Test
  void timestampsComeFromAField() {
    assertThat(run("quickstart=pageviews timestamp=viewtime iterations=2")).isZero();
    assertThat(sink.records())
        .extracting(OutgoingRecord::timestamp)
        .containsExactly(OptionalLong.of(1), OptionalLong.of(11));
    assertThat(printed().get(1)).startsWith("11 --> (11 | User_").endsWith(") ts:11");
  }

  @Test
  void severalThreadsShareTheRows() {
    assertThat(run("quickstart=pageviews nThreads=4 iterations=200 key-format=delimited")).isZero();
    assertThat(sink.records())
        .extracting(record -> Long.parseLong(new String(record.key(), StandardCharsets.UTF_8)))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.range(0, 200).mapToObj(i -> 1 + 10 * i).toList());
    assertThat(printed()).hasSize(200);
  }

  @Test
  void delimitersCanBeChosen() {
    assertThat(run("quickstart=users format=delimited valueDelimiter=TAB iterations=1")).isZero();
    assertThat(values().get(0)).matches("\\d+\tUser_\\d\tRegion_\\d\t[A-Z]+");
  }

  @Test
  void warnsOnceWhenIdsOutgrowInteger(@TempDir Path directory) throws Exception {
    Path schema = directory.resolve("s.avro");
    Files.writeString(
        schema,
        """
        {"type": "record", "name": "r", "fields": [{"name": "id", "type": {"type": "long",
         "arg.properties": {"iteration": {"start": 2147483646}}}}]}
        """);
    assertThat(run("schema=" + schema + " format=json topic=t key=id iterations=5")).isZero();
    assertThat(errors().lines()).singleElement().asString().contains("id is 2147483648", "BIGINT");
    assertThat(sink.records()).hasSize(5);
  }

  @Test
  void doesNotWarnOfIdsThatWereNeverSmall() {
    IntegerWarning warning = new IntegerWarning(new Column("time", SqlTypes.BIGINT));
    assertThat(warning.of(NOW)).isEmpty();
    assertThat(warning.of(NOW + 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quickstart=users key=usrid                          | Did you mean userid?",
        "quickstart=users timestamp=gender                   | is a long",
        "quickstart=users timestamp=birthday                 | no such field",
        "quickstart=users format=jsn                         | jsn",
        "quickstart=orders format=delimited                  | address",
        "quickstart=users key-format=kafka key=nothing       | no such field",
        "quickstart=orders key=address                       | KAFKA",
        "quickstart=users valueDelimiter=;                   | DELIMITER",
        "quickstart=users format=delimited valueDelimiter=ab | ab",
        "schema=none.avro format=json topic=t key=k          | none.avro",
        "schema=ecg_discord_test.csv format=json topic=t key=k | not a schema",
        "quickstart=users propertiesFile=none.properties     | none.properties",
      })
  void failsWithOneLine(String words, String reason) {
    assertThat(run(words)).isEqualTo(1);
    assertThat(errors().lines())
        .singleElement()
        .asString()
        .startsWith("ksql-datagen: ")
        .contains(reason);
    assertThat(sink.records()).isEmpty();
  }

  @Test
  void aFieldThatIsNoTimeEndsItAfterTheRowsBefore(@TempDir Path directory) throws Exception {
    Path schema = directory.resolve("s.avro");
    Files.writeString(
        schema,
        """
        {"type": "record", "name": "r", "fields": [{"name": "t", "type": {"type": "long",
         "arg.properties": {"iteration": {"start": 1, "step": -1}}}}]}
        """);
    assertThat(run("schema=" + schema + " format=json topic=t key=t timestamp=t")).isEqualTo(1);
    assertThat(errors()).contains("it is -1");
    assertThat(sink.records()).hasSize(2);
  }

  @Test
  void helpGoesToStandardOutputAndALonelyCommandToErrors() {
    assertThat(run("help")).isZero();
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("quickstart", "msgRate");
    assertThat(errors()).isEmpty();
    assertThat(run("")).isEqualTo(1);
    assertThat(errors()).contains("Usage");
  }
}
