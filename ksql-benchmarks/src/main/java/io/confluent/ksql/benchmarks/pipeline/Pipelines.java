package io.confluent.ksql.benchmarks.pipeline;

import io.confluent.ksql.benchmarks.data.Beats;
import io.confluent.ksql.benchmarks.data.Places;
import io.confluent.ksql.benchmarks.data.Readings;
import io.confluent.ksql.benchmarks.data.Rows;
import io.confluent.ksql.benchmarks.data.WideRows;
import io.confluent.ksql.benchmarks.program.ProgramMain;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** Every case of a whole pipeline. */
public final class Pipelines {
  private static final int SMALL = 200;
  private static final int LARGE = 1024;

  // At least twice what was measured on two cores in 2026, so that rows do not run out in a turn.
  private static final long MANY = 1_200_000;
  private static final long MANY_LARGE = 400_000;

  private static final Optional<LongPredicate> EACH = Optional.of(number -> true);
  private static final String STREAMS = "Kafka Streams";
  private static final String LOOP = "loop";

  /** A baseline whose rows are not those of the case, but of 1 KB. */
  static final String LARGE_LOOP = "loop of 1 KB";

  private static final String KEYED =
      "name VARCHAR %s, id BIGINT, amount DOUBLE, flag BOOLEAN, note VARCHAR";

  private static final String PAIRS =
      "l.name AS name, l.id AS left_id, r.id AS right_id, l.amount AS amount";

  private Pipelines() {}

  /** All of them, in the order in which they are reported. */
  public static List<Pipeline> all() {
    List<Pipeline> all = new ArrayList<>();
    for (int size : List.of(SMALL, LARGE)) {
      all.add(copy("DELIMITED", size, registry -> Readings.delimited(size)));
      all.add(copy("JSON", size, registry -> Readings.json(size)));
      all.add(copy("AVRO", size, registry -> Readings.avro(size, register(registry))));
    }
    all.addAll(List.of(filter("JSON", SMALL), filter("DELIMITED", LARGE)));
    all.addAll(List.of(wide(), anomaly(), count()));
    all.addAll(List.of(streamTable(), streamStream(), tableTable()));
    return all;
  }

  /** A copy of rows of 1 KB. */
  static Pipeline largeCopy() {
    return copy("DELIMITED", LARGE, registry -> Readings.delimited(LARGE));
  }

  private static int register(SchemaRegistry registry) {
    return registry.register(
        "benchmark-readings", RegistrySchema.of(RegistrySchema.Type.AVRO, Readings.AVRO_SCHEMA));
  }

  private static Map<String, String> programs(String... labelsAndNames) {
    Map<String, String> programs = new LinkedHashMap<>();
    for (int i = 0; i < labelsAndNames.length; i += 2) {
      programs.put(labelsAndNames[i], labelsAndNames[i + 1]);
    }
    return programs;
  }

  private static Pipeline copy(String format, int size, Function<SchemaRegistry, Rows> rows) {
    String lower = format.toLowerCase(Locale.ROOT);
    Map<String, String> programs = programs(STREAMS, "copy-" + lower, LOOP, LOOP);
    if (size == LARGE) {
      programs.put("loop, same settings", ProgramMain.TUNED_LOOP);
    }
    return new Pipeline(
        "copy-" + lower + "-" + size,
        size == SMALL ? MANY : MANY_LARGE,
        registry -> List.of(Input.of(rows.apply(registry))),
        "CREATE STREAM s (%s) WITH (kafka_topic='{in0}', value_format='%s');"
                .formatted(Readings.COLUMNS, format)
            + "CREATE STREAM o WITH (kafka_topic='{out}') AS SELECT * FROM s;",
        EACH,
        programs);
  }

  private static Pipeline filter(String format, int size) {
    String lower = format.toLowerCase(Locale.ROOT);
    Rows rows = format.equals("JSON") ? Readings.json(size) : Readings.delimited(size);
    return new Pipeline(
        "filter-" + lower + "-" + size,
        size == SMALL ? MANY : MANY_LARGE * 2,
        registry -> List.of(Input.of(rows)),
        "CREATE STREAM s (%s) WITH (kafka_topic='{in0}', value_format='%s');"
                .formatted(Readings.COLUMNS, format)
            + "CREATE STREAM o WITH (kafka_topic='{out}') AS"
            + " SELECT id, UCASE(name) AS name, LEN(note) AS length FROM s"
            + " WHERE amount > 500 AND LEN(name) > 3;",
        Optional.of(number -> Readings.amount(number) > 500),
        programs(STREAMS, "filter-" + lower, LOOP, LOOP));
  }

  private static Pipeline wide() {
    return new Pipeline(
        "wide-json-3-of-60",
        MANY_LARGE,
        registry -> List.of(Input.of(new WideRows())),
        "CREATE STREAM s (%s) WITH (kafka_topic='{in0}', value_format='JSON');"
                .formatted(WideRows.columns())
            + "CREATE STREAM o WITH (kafka_topic='{out}') AS SELECT c1, c30, c59 FROM s;",
        EACH,
        programs("whole rows", "wide-rows", "chosen columns", "wide-chosen", LOOP, LOOP));
  }

  private static Pipeline anomaly() {
    return new Pipeline(
        "anomaly-filter",
        MANY_LARGE,
        registry -> List.of(Input.of(new Beats())),
        "CREATE STREAM s (eventid INTEGER, sensorinput VARCHAR)"
            + " WITH (kafka_topic='{in0}', value_format='DELIMITED');"
            + "CREATE STREAM o WITH (kafka_topic='{out}') AS"
            + " SELECT eventid, sensorinput, ANOMALY(sensorinput) AS anomaly FROM s"
            + " WHERE ANOMALY(sensorinput) > "
            + Beats.THRESHOLD
            + ";",
        Optional.of(Beats::exceeds),
        programs("same kernel", "anomaly-kernel", "h2o-genmodel", "anomaly-genmodel", LOOP, LOOP));
  }

  private static String keyed(String kind, String name, String key, String topic) {
    return "CREATE %s %s (%s) WITH (kafka_topic='%s', value_format='JSON');"
        .formatted(kind, name, KEYED.formatted(key), topic);
  }

  private static Pipeline count() {
    return new Pipeline(
        "count-sum-json-1m",
        MANY,
        registry -> List.of(Input.of(Readings.keyedJson(SMALL))),
        keyed("STREAM", "s", "KEY", "{in0}")
            + "CREATE TABLE o WITH (kafka_topic='{out}') AS"
            + " SELECT name, COUNT(*) AS n, SUM(amount) AS total FROM s"
            + " WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY name;",
        Optional.empty(),
        programs(STREAMS, "count-windows", LARGE_LOOP, LOOP));
  }

  private static Pipeline streamTable() {
    return new Pipeline(
        "join-stream-table",
        MANY,
        registry ->
            List.of(Input.of(Readings.keyedJson(SMALL)), new Input(new Places(), Readings.SENSORS)),
        keyed("STREAM", "s", "KEY", "{in0}")
            + "CREATE TABLE t (name VARCHAR PRIMARY KEY, city VARCHAR, floor BIGINT)"
            + " WITH (kafka_topic='{in1}', value_format='JSON');"
            + "CREATE STREAM o WITH (kafka_topic='{out}') AS SELECT s.name AS name, s.id AS id,"
            + " s.amount AS amount, t.city AS city FROM s JOIN t ON s.name = t.name;",
        EACH,
        programs(STREAMS, "stream-table"));
  }

  private static Pipeline streamStream() {
    return new Pipeline(
        "join-stream-stream",
        100_000,
        registry -> {
          Rows rows = Readings.pairs(SMALL);
          return List.of(Input.of(rows), Input.of(rows));
        },
        keyed("STREAM", "l", "KEY", "{in0}")
            + keyed("STREAM", "r", "KEY", "{in1}")
            + "CREATE STREAM o WITH (kafka_topic='{out}') AS SELECT "
            + PAIRS
            + " FROM l JOIN r WITHIN 10 SECONDS GRACE PERIOD 10 SECONDS ON l.name = r.name;",
        EACH,
        programs(STREAMS, "stream-stream"));
  }

  private static Pipeline tableTable() {
    return new Pipeline(
        "join-table-table",
        400_000,
        registry -> {
          Rows rows = Readings.keyedJson(SMALL);
          return List.of(Input.of(rows), Input.of(rows));
        },
        keyed("TABLE", "l", "PRIMARY KEY", "{in0}")
            + keyed("TABLE", "r", "PRIMARY KEY", "{in1}")
            + "CREATE TABLE o WITH (kafka_topic='{out}') AS SELECT "
            + PAIRS
            + " FROM l JOIN r ON l.name = r.name;",
        Optional.empty(),
        programs(STREAMS, "table-table"));
  }
}
