package io.confluent.ksql.tools.datagen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRowsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-11-09T07:05:03Z"), ZoneOffset.UTC);

  /** A record with one field; single quotes stand for double ones. */
  private static SchemaRows field(String type, long seed, Path directory) {
    return rows("{'name': 'f', 'type': " + type + "}", seed, CLOCK, directory);
  }

  private static SchemaRows rows(String fields, long seed, Clock clock, Path directory) {
    String json = "{'type': 'record', 'name': 'r', 'fields': [" + fields + "]}";
    Schema schema = new Schema.Parser().parse(json.replace('\'', '"'));
    return SchemaRows.of(schema, directory, clock, seed);
  }

  private static String hinted(String type, String hints) {
    return "{'type': '" + type + "', 'arg.properties': {" + hints + "}}";
  }

  private static List<Object> values(String type, String hints, int count) {
    SchemaRows rows = field(hinted(type, hints), 5, Path.of(""));
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(rows.next()[0]);
    }
    return values;
  }

  @Property(tries = 200)
  void rangesIncludeMinAndExcludeMax(
      @ForAll long min, @ForAll @LongRange(min = 1, max = 1000) long size, @ForAll long seed) {
    long from = Math.min(min, Long.MAX_VALUE - size);
    String hint = "'range': {'min': %d, 'max': %d}".formatted(from, from + size);
    SchemaRows rows = field(hinted("long", hint), seed, Path.of(""));
    for (int i = 0; i < 20; i++) {
      assertThat((Long) rows.next()[0]).isBetween(from, from + size - 1);
    }
  }

  @Property(tries = 100)
  void countersGoRound(
      @ForAll @IntRange(min = -50, max = 50) int start,
      @ForAll @IntRange(min = 1, max = 7) int step,
      @ForAll @IntRange(min = 1, max = 40) int span) {
    String hint =
        "'iteration': {'start': %d, 'step': %d, 'restart': %d}"
            .formatted(start, step, start + span);
    int expected = start;
    for (Object value : values("int", hint, 60)) {
      assertThat(value).isEqualTo(expected);
      expected += step;
      expected = expected >= start + span ? start : expected;
    }
  }

  @Property(tries = 100)
  void lengthsAreWithinTheirBounds(
      @ForAll @IntRange(min = 0, max = 20) int min, @ForAll @IntRange(min = 1, max = 20) int more) {
    String hint = "'length': {'min': %d, 'max': %d}".formatted(min, min + more);
    for (Object value : values("string", hint, 20)) {
      assertThat(((String) value).length()).isBetween(min, min + more - 1);
    }
    for (Object value : values("bytes", hint, 20)) {
      assertThat(((ByteBuffer) value).remaining()).isBetween(min, min + more - 1);
    }
    for (Object value : values("array', 'items': 'int", hint, 20)) {
      assertThat((List<?>) value).hasSizeBetween(min, min + more - 1);
    }
    for (Object value : values("map', 'values': 'int", hint, 20)) {
      assertThat((Map<?, ?>) value).hasSizeBetween(min, min + more - 1);
    }
  }

  @Property(tries = 50)
  void theSameSeedGivesTheSameRows(@ForAll long seed) {
    String fields =
        "{'name': 'a', 'type': 'long'}, {'name': 'b', 'type': 'string'},"
            + "{'name': 'c', 'type': ['null', 'double']},"
            + "{'name': 'd', 'type': {'type': 'map', 'values': 'boolean'}}";
    SchemaRows one = rows(fields, seed, CLOCK, Path.of(""));
    SchemaRows same = rows(fields, seed, CLOCK, Path.of(""));
    SchemaRows other = rows(fields, seed + 1, CLOCK, Path.of(""));
    for (int i = 0; i < 10; i++) {
      Object[] row = one.next();
      assertThat(row).isEqualTo(same.next()).isNotEqualTo(other.next());
    }
  }

  @Test
  void countersBeginWhereTheyAreToldTo() {
    assertThat(values("long", "'iteration': {'start': 1}", 3)).containsExactly(1L, 2L, 3L);
    assertThat(values("int", "'iteration': {'start': 3, 'restart': 0}", 4))
        .containsExactly(3, 2, 1, 3);
    assertThat(values("int", "'iteration': {'start': 1, 'restart': 5, 'initial': 4}", 3))
        .containsExactly(4, 1, 2);
    assertThat(values("double", "'iteration': {'start': 0, 'step': 0.1, 'restart': 0.3}", 4))
        .containsExactly(0.0, 0.1, 0.2, 0.0);
    assertThat(values("string", "'iteration': {'start': 8}, 'prefix': 'u_', 'suffix': '!'", 2))
        .containsExactly("u_8!", "u_9!");
  }

  @Test
  void aCounterEndsRatherThanGoingRoundItsType() {
    SchemaRows rows = field(hinted("int", "'iteration': {'start': 2147483646}"), 1, Path.of(""));
    assertThat(rows.next()[0]).isEqualTo(2147483646);
    assertThat(rows.next()[0]).isEqualTo(2147483647);
    assertThatThrownBy(rows::next)
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("2147483647");
  }

  @Test
  void choosesAmongOptions() throws IOException {
    assertThat(values("string", "'options': ['a', 'b']", 100)).containsOnly("a", "b");
    assertThat(values("int", "'options': [1, 2]", 100)).containsOnly(1, 2);
    assertThat(values("map', 'values': 'int", "'options': [{'x': 1}, {}]", 100))
        .containsOnly(Map.of("x", 1), Map.of());
    assertThat(
            values(
                "bytes', 'precision': 4, 'scale': 2, 'logicalType': 'decimal",
                "'options': [1.5, 12]",
                50))
        .containsOnly(new BigDecimal("1.50"), new BigDecimal("12.00"));
  }

  @Test
  void readsOptionsFromAFile(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("names.json"), "\"Ada\"\n\"Bo\" \"Cy\"");
    String type = hinted("string", "'options': {'file': 'names.json', 'encoding': 'json'}");
    SchemaRows rows = field(type, 1, directory);
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      seen.add(rows.next()[0]);
    }
    assertThat(seen).containsExactlyInAnyOrder("Ada", "Bo", "Cy");
  }

  @Test
  void oddsDecideAboutTruth() {
    assertThat(values("boolean", "'odds': 1", 50)).containsOnly(true);
    assertThat(values("boolean", "'odds': 0", 50)).containsOnly(false);
    long truths =
        values("boolean", "'odds': 0.25", 4000).stream().filter(Boolean.TRUE::equals).count();
    assertThat(truths).isBetween(900L, 1100L);
  }

  @Test
  void keysOfAMapObeyTheirHints() {
    for (Object map :
        values("map', 'values': 'int", "'length': 2, 'keys': {'regex': 'k[0-9]'}", 20)) {
      assertThat(((Map<?, ?>) map).keySet()).hasSize(2).allMatch(k -> k.toString().matches("k\\d"));
    }
  }

  @Test
  void typesAreThoseOfSql() {
    SchemaRows rows =
        rows(
            "{'name': 'd', 'type': {'type': 'bytes', 'logicalType': 'decimal', 'precision': 5,"
                + "'scale': 2, 'arg.properties': {'range': {'min': -1, 'max': 0.5}}}},"
                + "{'name': 't', 'type': {'type': 'long', 'logicalType': 'timestamp-millis'}},"
                + "{'name': 'e', 'type': {'type': 'enum', 'name': 'en', 'symbols': ['X', 'Y']}},"
                + "{'name': 'x', 'type': {'type': 'fixed', 'name': 'fx', 'size': 3}},"
                + "{'name': 's', 'type': {'type': 'record', 'name': 'st', 'fields':"
                + "[{'name': 'in', 'type': 'float'}]}}",
            1,
            CLOCK,
            Path.of(""));
    assertThat(rows.columns())
        .extracting(column -> column.type().toString())
        .containsExactly(
            "DECIMAL(5, 2)",
            SqlTypes.TIMESTAMP.toString(),
            SqlTypes.STRING.toString(),
            SqlTypes.BYTES.toString(),
            SqlTypes.struct().field("in", SqlTypes.DOUBLE).build().toString());
    for (int i = 0; i < 100; i++) {
      Object[] row = rows.next();
      BigDecimal decimal = (BigDecimal) row[0];
      assertThat(decimal).isBetween(new BigDecimal("-1.00"), new BigDecimal("0.49"));
      assertThat(decimal.scale()).isEqualTo(2);
      assertThat(row[1]).isInstanceOf(Timestamp.class);
      assertThat(row[2]).isIn("X", "Y");
      assertThat(((ByteBuffer) row[3]).remaining()).isEqualTo(3);
      assertThat((Double) ((StructValue) row[4]).value(0)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void writesTheTime() {
    assertThat(values("long", "'format_as_time': 'unix_long'", 1)).containsExactly(CLOCK.millis());
    assertThat(values("string", "'format_as_time': 'dd/MMM/yyyy:HH:mm:ss Z'", 1))
        .containsExactly("09/Nov/2025:07:05:03 +0000");
  }

  @Test
  void sessionsComeBackAndBringTheirSiblings() {
    String fields =
        "{'name': 'ip', 'type': "
            + hinted("string", "'regex': '[a-z]{12}', 'session': true")
            + "}, {'name': 'user', 'type': "
            + hinted("int", "'range': {'min': 1, 'max': 1000}, 'session-sibling-int-hash': 'true'")
            + "}";
    SteppingClock clock = new SteppingClock();
    SchemaRows rows = rows(fields, 1, clock, Path.of(""));
    Map<Object, Object> users = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      Object[] row = rows.next();
      assertThat(users.computeIfAbsent(row[0], ip -> row[1])).isEqualTo(row[1]);
    }
    assertThat(users).hasSize(5);
    Set<Object> first = Set.copyOf(users.keySet());
    clock.now = clock.now.plus(Duration.ofSeconds(31));
    assertThat(rows.next()[0]).isNotIn(first);
    assertThat(new HashSet<>(users.values())).hasSizeGreaterThan(1);
  }

  /** A clock that a test moves. */
  private static final class SteppingClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'optoins': [1]                          | int     | Did you mean options?",
        "'regex': 'a'                            | int     | says nothing about",
        "'range': {'min': 2, 'max': 2}           | int     | above",
        "'range': {'min': 0, 'max': 3000000000}  | int     | lies from",
        "'range': {'from': 0}                    | int     | no member from",
        "'range': {'min': 'a'}                   | int     | is a number",
        "'range': 3                              | int     | not a JSON object",
        "'iteration': {}                         | int     | needs a start",
        "'iteration': {'start': 1, 'step': 0}    | long    | leads",
        "'iteration': {'start': 1, 'step': -1, 'restart': 4} | double | leads",
        "'iteration': {'start': 1.5}             | long    | whole number",
        "'options': []                           | string  | at least one",
        "'options': [1]                          | string  | not of the type",
        "'options': [1.5]                        | int     | not of the type",
        "'options': {'file': 'none.json', 'encoding': 'json'} | string | none.json",
        "'odds': 2                               | boolean | from 0 to 1",
        "'regex': '('                            | string  | without its )",
        "'regex': 7                              | string  | is a text",
        "'length': -1                            | string  | a length",
        "'length': {'min': 4, 'max': 4}          | string  | a length",
        "'format_as_time': 'bananas'             | string  | pattern",
        "'format_as_time': 'yyyy'                | long    | unix_long",
        "'session': 'perhaps'                    | string  | true or false",
        "'session-sibling-int-hash': true        | int     | none beside it",
      })
  void refusesHintsThatMeanNothing(String hints, String type, String reason) {
    assertThatThrownBy(() -> field(hinted(type, hints), 1, Path.of("")))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e ->
                assertThat(e.diagnostic().message() + " " + e.diagnostic().hint().orElse(""))
                    .contains("Schema file", reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'null'                              | no values",
        "['int', 'string']                   | null and one other",
        "{'type': 'record', 'name': 'inner', 'fields': [{'name': 'i', 'type': ['null', 'inner']}]} | contains itself",
        "{'type': 'record', 'name': 'inner', 'fields': []} | record with fields",
      })
  void refusesTypesThatSqlDoesNotHave(String type, String reason) {
    assertThatThrownBy(() -> field(type, 1, Path.of("")))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining(reason);
  }
}
