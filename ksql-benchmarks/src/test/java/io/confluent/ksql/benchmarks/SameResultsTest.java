package io.confluent.ksql.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.ksql.benchmarks.data.Beats;
import io.confluent.ksql.benchmarks.data.Rows;
import io.confluent.ksql.benchmarks.micro.Script;
import io.confluent.ksql.benchmarks.pipeline.Input;
import io.confluent.ksql.benchmarks.pipeline.Pipeline;
import io.confluent.ksql.benchmarks.pipeline.Pipelines;
import io.confluent.ksql.benchmarks.program.ProgramMain;
import io.confluent.ksql.benchmarks.program.Programs;
import io.confluent.ksql.benchmarks.program.Topics;
import io.confluent.ksql.engine.topology.TopologyBuilder;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements and the hand-written programs beside them give the same rows for the same rows. */
final class SameResultsTest {
  private static final int ROWS = 400;
  private static final String OUTPUT = "out";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path stateDirectory;

  static Stream<String> pairs() {
    return all()
        .flatMap(
            p ->
                p.programs().values().stream()
                    .filter(name -> !ProgramMain.isLoop(name))
                    .map(name -> p.name() + " " + name));
  }

  /** Every case of a whole pipeline, and what latency is measured with. */
  private static Stream<Pipeline> all() {
    Pipeline scores =
        new Pipeline(
            "scores",
            ROWS,
            registry -> List.of(new Input(new Beats(), ROWS)),
            "CREATE STREAM s (eventid INTEGER, sensorinput VARCHAR)"
                + " WITH (kafka_topic='{in0}', value_format='DELIMITED');"
                + "CREATE STREAM o WITH (kafka_topic='{out}') AS"
                + " SELECT eventid, ANOMALY(sensorinput) AS anomaly FROM s;",
            Optional.of(number -> true),
            Map.of("same kernel", "anomaly-scores"));
    return Stream.concat(Pipelines.all().stream(), Stream.of(scores));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void give(String pair) {
    String[] names = pair.split(" ");
    Pipeline pipeline = all().filter(p -> p.name().equals(names[0])).findFirst().orElseThrow();
    SchemaRegistry registry = new InMemorySchemaRegistry();
    List<Input> inputs = pipeline.inputs().apply(registry);
    List<String> topics = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      topics.add("in" + i);
    }
    List<Result> theirs =
        results(
            Programs.find(names[1]).orElseThrow().topology(new Topics(topics, OUTPUT, registry)),
            inputs,
            "theirs");
    List<Result> ours = results(ours(pipeline, topics, registry), inputs, "ours");
    if (pipeline.outputs().isEmpty()) {
      assertThat(last(ours)).hasSizeGreaterThan(100).isEqualTo(last(theirs));
    } else {
      long expected =
          java.util.stream.LongStream.range(0, ROWS).filter(pipeline.outputs().get()).count();
      assertThat(ours).hasSize((int) expected).isEqualTo(theirs);
    }
  }

  private Topology ours(Pipeline pipeline, List<String> topics, SchemaRegistry registry) {
    Script script = new Script(topics);
    PersistentQuery query = script.run(pipeline.statements(topics, OUTPUT));
    Map<String, Object> properties = new HashMap<>();
    properties("ours").forEach((name, value) -> properties.put((String) name, value));
    return new TopologyBuilder(script.context(query, registry), properties).build(query.plan());
  }

  private Properties properties(String name) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
    return properties;
  }

  /** A row that was written; the schema's id before a value of AVRO is left out. */
  private record Result(String key, Object value, long timestamp) {}

  private List<Result> results(Topology topology, List<Input> inputs, String name) {
    try (TopologyTestDriver driver = new TopologyTestDriver(topology, properties(name))) {
      for (Row row : rows(inputs)) {
        driver
            .createInputTopic(row.topic(), new ByteArraySerializer(), new ByteArraySerializer())
            .pipeInput(row.key(), row.value(), row.time());
      }
      ByteArrayDeserializer bytes = new ByteArrayDeserializer();
      List<Result> results = new ArrayList<>();
      for (TestRecord<byte[], byte[]> record :
          driver.createOutputTopic(OUTPUT, bytes, bytes).readRecordsToList()) {
        String key = record.key() == null ? "" : Arrays.toString(record.key());
        results.add(new Result(key, value(record.value()), record.timestamp()));
      }
      return results;
    }
  }

  private record Row(String topic, byte[] key, byte[] value, long time) {}

  private static List<Row> rows(List<Input> inputs) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Rows from = inputs.get(i).rows();
      long count = inputs.get(i).grows() ? ROWS : inputs.get(i).count();
      for (long n = 0; n < count; n++) {
        rows.add(new Row("in" + i, from.key(n), from.value(n), from.time(n)));
      }
    }
    rows.sort(Comparator.comparingLong(Row::time));
    return rows;
  }

  private static Object value(byte[] bytes) {
    if (bytes[0] == 0) {
      return Arrays.toString(Arrays.copyOfRange(bytes, 5, bytes.length));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.startsWith("{")) {
      return text;
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }

  private static Map<String, Object> last(List<Result> results) {
    Map<String, Object> last = new LinkedHashMap<>();
    results.forEach(result -> last.put(result.key(), result.value()));
    return last;
  }
}
