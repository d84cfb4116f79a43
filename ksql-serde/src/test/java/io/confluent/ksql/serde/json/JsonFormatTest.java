package io.confluent.ksql.serde.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlPrimitiveType;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.FormatContract;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTest extends FormatContract {
  @Override
  protected Format format() {
    return new JsonFormat();
  }

  @Override
  protected Set<SqlBaseType> kinds() {
    return EnumSet.allOf(SqlBaseType.class);
  }

  @ParameterizedTest
  @CsvSource({
    "BOOLEAN, true, true",
    "INTEGER, 1, 1",
    "INTEGER, 1.9, 1",
    "INTEGER, -1.9, -1",
    "INTEGER, 2147483648, -2147483648",
    "INTEGER, '\"12\"', 12",
    "BIGINT, 9223372036854775808, -9223372036854775808",
    "BIGINT, 1e2, 100",
    "BIGINT, 1e1000000, 0",
    "BIGINT, 1e-1000000, 0",
    "BIGINT, '\"12\"', 12",
    "DOUBLE, 1, 1.0",
    "DOUBLE, 0.1, 0.1",
    "DOUBLE, '\"1e3\"', 1000.0",
    "STRING, '\"a\"', a",
    "STRING, 1, 1",
    "STRING, 1.10, 1.10",
    "STRING, true, true",
    "STRING, '{\"a\": [1, 2.50], \"b\":{}}', '{\"a\":[1,2.50],\"b\":{}}'",
    "STRING, '[1,\"a\",null,[true],{\"b\": 1}]', '[1, a, null, [true], {\"b\":1}]'"
  })
  void readsWhatFitsAType(String type, String json, String expected) {
    assertThat(decodeValue(SqlPrimitiveType.of(type), json)).asString().isEqualTo(expected);
  }

  @Test
  void readsTimesAndBytes() {
    assertThat(decodeValue(SqlTypes.TIMESTAMP, "\"5\"")).isEqualTo(new Timestamp(5));
    assertThat(decodeValue(SqlTypes.DATE, "2")).isEqualTo(new Date(172_800_000));
    assertThat(decodeValue(SqlTypes.TIME, "2")).isEqualTo(new Time(2));
    assertThat(decodeValue(SqlTypes.BYTES, "\"AQI=\""))
        .isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
    assertThat(decodeValue(SqlTypes.decimal(3, 2), "1.5")).isEqualTo(new BigDecimal("1.50"));
    assertThat(decodeValue(SqlTypes.decimal(3, 2), "\"1.5\"")).isEqualTo(new BigDecimal("1.50"));
  }

  @ParameterizedTest
  @CsvSource({
    "BOOLEAN, '\"true\"', 'A JSON string cannot be read as BOOLEAN, path: $.F'",
    "BOOLEAN, 1, 'A JSON number cannot be read as BOOLEAN, path: $.F'",
    "INTEGER, true, 'A JSON boolean cannot be read as INTEGER, path: $.F'",
    "INTEGER, '\"1.5\"', '''1.5'' cannot be read as INTEGER, path: $.F'",
    "INTEGER, '\"2147483648\"', '''2147483648'' cannot be read as INTEGER, path: $.F'",
    "INTEGER, '[1]', 'A JSON array cannot be read as INTEGER, path: $.F'",
    "BIGINT, '\"\"', ''''' cannot be read as BIGINT, path: $.F'",
    "DOUBLE, '\"x\"', '''x'' is not a number, path: $.F'",
    "BYTES, '\"!\"', '''!'' is not base64, path: $.F'",
    "TIME, 1.0, 'A JSON number cannot be read as TIME, path: $.F'",
    "TIME, -1, 'A TIME is a number of milliseconds from 0 to 86399999, not -1, path: $.F'"
  })
  void refusesWhatDoesNotFit(String type, String json, String message) {
    assertThatThrownBy(() -> decodeValue(SqlPrimitiveType.of(type), json))
        .isInstanceOf(DecodeException.class)
        .hasMessage(message);
  }

  @Test
  void saysWhereInNestedValues() {
    SqlType structs = SqlTypes.array(SqlTypes.struct().field("X", SqlTypes.INTEGER).build());
    SqlType map = SqlTypes.map(SqlTypes.STRING, SqlTypes.INTEGER);

    assertThatThrownBy(() -> decodeValue(structs, "[null,{\"x\":true}]"))
        .hasMessageEndingWith("path: $.F[1].X");
    assertThatThrownBy(() -> decodeValue(map, "{\"k\":[]}"))
        .hasMessageEndingWith("path: $.F.k.value");
    assertThatThrownBy(() -> decodeValue(map, "[]")).hasMessageEndingWith("path: $.F");
  }

  @Test
  void refusesDecimalsThatDoNotFit() {
    SqlDecimal type = SqlTypes.decimal(3, 2);

    for (String json : List.of("1.234", "12.3", "1e2147483647", "1e-2147483000", "\"1.234\"")) {
      assertThatThrownBy(() -> decodeValue(type, json))
          .as(json)
          .isInstanceOf(DecodeException.class)
          .hasMessageContaining("DECIMAL(3, 2)");
    }
    assertThatThrownBy(() -> decodeValue(type, "1e99999999999"))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void matchesMembersByNameFirstAndInUpperCaseElse() {
    List<Column> columns =
        List.of(new Column("F", SqlTypes.INTEGER), new Column("lower", SqlTypes.INTEGER));

    assertThat(decode(columns, "{\"f\":1,\"LOWER\":2}")).containsExactly(1, null);
    assertThat(decode(columns, "{\"F\":1,\"f\":2,\"lower\":3}")).containsExactly(1, 3);
    assertThat(decode(columns, "{\"f\":2,\"F\":1}")).containsExactly(1, null);
    assertThat(decode(columns, "{\"F\":null,\"f\":1}")).containsExactly(null, null);
  }

  @Test
  void ignoresUnknownMembersAndTakesMissingOnesForNull() {
    List<Column> columns = columnsOf(List.of(SqlTypes.INTEGER, SqlTypes.STRING));

    assertThat(decode(columns, "{\"x\":{\"C0\":[1]},\"C1\":\"a\",\"y\":[]}"))
        .containsExactly(null, "a");
    assertThat(decode(columns, "{}")).containsExactly(null, null);
    for (int i = 0; i < 3000; i++) {
      assertThat(decode(columns, "{\"n" + i + "\":1,\"c0\":" + i + "}")).containsExactly(i, null);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "{\"C0\":1", "[1]", "1", "\"a\"", "{\"C0\":}", "{\"C0\":1,}"})
  void refusesWhatIsNoObject(String json) {
    assertThatThrownBy(() -> decode(columnsOf(List.of(SqlTypes.INTEGER)), json))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void refusesNestingWithoutEnd() {
    String deep = "{\"F\":" + "[".repeat(5000);

    assertThatThrownBy(() -> decode(List.of(new Column("F", SqlTypes.STRING)), deep))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void aBareNullIsNoRowButAWrappedOneIs() {
    List<Column> columns = columnsOf(List.of(SqlTypes.INTEGER));
    FormatContext bare = context().bare();

    assertThat(format().decoder(columns, bare).decode("null".getBytes(UTF_8))).isNull();
    assertThat(format().encoder(columns, bare).encode(new Object[] {null})).isNull();
    assertThat(format().decoder(columns, bare).decode("5".getBytes(UTF_8))).containsExactly(5);
    assertThat(format().encoder(columns, bare).encode(new Object[] {5})).asString().isEqualTo("5");
    assertThat(decode(columns, "{\"C0\":null}")).containsExactly((Object) null);
    assertThat(encode(columns, (Object) null)).isEqualTo("{\"C0\":null}");
  }

  @Test
  void writesMembersInTheOrderOfTheColumns() {
    SqlStruct struct = SqlTypes.struct().field("b", SqlTypes.BIGINT).build();
    List<Column> columns =
        List.of(
            new Column("Z", SqlTypes.decimal(4, 2)),
            new Column("a", struct),
            new Column("M", SqlTypes.map(SqlTypes.STRING, SqlTypes.DOUBLE)),
            new Column("L", SqlTypes.array(SqlTypes.STRING)),
            new Column("B", SqlTypes.BYTES),
            new Column("D", SqlTypes.DATE));

    assertThat(
            encode(
                columns,
                new BigDecimal("1.20"),
                new StructValue(struct, 5L),
                Map.of("k", 1e7),
                Arrays.asList("x", null),
                ByteBuffer.wrap(new byte[] {1, 2}),
                new Date(-1)))
        .isEqualTo(
            "{\"Z\":1.20,\"a\":{\"b\":5},\"M\":{\"k\":1.0E7},\"L\":[\"x\",null],"
                + "\"B\":\"AQI=\",\"D\":-1}");
  }

  @Test
  void refusesMapsWithOtherKeysThanTexts() {
    SqlType map = SqlTypes.map(SqlTypes.INTEGER, SqlTypes.STRING);
    List<Column> columns = columnsOf(List.of(SqlTypes.array(map)));

    assertThatThrownBy(() -> format().check(columns, Schema.Side.VALUE))
        .hasMessageContaining("keys of a MAP");
  }

  @Test
  void writesANullKeyByName() {
    Map<String, Integer> map = new HashMap<>();
    map.put(null, 1);
    List<Column> columns = columnsOf(List.of(SqlTypes.map(SqlTypes.STRING, SqlTypes.INTEGER)));

    assertThat(encode(columns, map)).isEqualTo("{\"C0\":{\"null\":1}}");
    assertThat(encode(columns, Map.of("a", 1))).isEqualTo("{\"C0\":{\"a\":1}}");
  }

  private Object decodeValue(SqlType type, String json) {
    return decode(List.of(new Column("F", type)), "{\"F\":" + json + "}")[0];
  }

  private Object[] decode(List<Column> columns, String json) {
    return format().decoder(columns, context()).decode(json.getBytes(UTF_8));
  }

  private String encode(List<Column> columns, Object... values) {
    return new String(format().encoder(columns, context()).encode(values), UTF_8);
  }
}
