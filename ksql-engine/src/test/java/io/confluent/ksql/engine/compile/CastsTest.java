package io.confluent.ksql.engine.compile;

import static io.confluent.ksql.engine.compile.Evaluation.cast;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.BIGINT;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.BOOLEAN;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.BYTES;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.DATE;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.DOUBLE;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.INTEGER;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.STRING;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.TIME;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.TIMESTAMP;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.array;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.decimal;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CastsTest {
  private static final SqlType D21 = decimal(2, 1);
  private static final List<SqlType> PRIMITIVES =
      List.of(
          BOOLEAN, INTEGER, BIGINT, decimal(4, 2), DOUBLE, STRING, BYTES, TIME, DATE, TIMESTAMP);

  private static BigDecimal dec(String text) {
    return new BigDecimal(text);
  }

  static List<Arguments> casts() {
    return List.of(
        arguments(true, BOOLEAN, STRING, "true"),
        arguments(7, INTEGER, BIGINT, 7L),
        arguments(7, INTEGER, DOUBLE, 7.0),
        arguments(7, INTEGER, D21, dec("7.0")),
        arguments(10, INTEGER, D21, null),
        arguments(7, INTEGER, STRING, "7"),
        arguments(4_294_967_297L, BIGINT, INTEGER, 1),
        arguments(7L, BIGINT, DOUBLE, 7.0),
        arguments(7L, BIGINT, STRING, "7"),
        arguments(dec("-1.99"), decimal(3, 2), INTEGER, -1),
        arguments(dec("-1.99"), decimal(3, 2), BIGINT, -1L),
        arguments(dec("1.25"), decimal(3, 2), D21, dec("1.3")),
        arguments(dec("9.95"), decimal(3, 2), D21, null),
        arguments(dec("1.50"), decimal(3, 2), DOUBLE, 1.5),
        arguments(dec("0.10"), decimal(3, 2), STRING, "0.10"),
        arguments(-1.9, DOUBLE, INTEGER, -1),
        arguments(1e20, DOUBLE, INTEGER, Integer.MAX_VALUE),
        arguments(1e20, DOUBLE, BIGINT, Long.MAX_VALUE),
        arguments(1.15, DOUBLE, D21, dec("1.2")),
        arguments(Double.NaN, DOUBLE, D21, null),
        arguments(1e300, DOUBLE, STRING, "1.0E300"),
        arguments(" tr ", STRING, BOOLEAN, true),
        arguments("YES", STRING, BOOLEAN, true),
        arguments("", STRING, BOOLEAN, false),
        arguments("truely", STRING, BOOLEAN, false),
        arguments(" 42 ", STRING, INTEGER, 42),
        arguments("42.0", STRING, INTEGER, null),
        arguments("2147483648", STRING, INTEGER, null),
        arguments("-9223372036854775808", STRING, BIGINT, Long.MIN_VALUE),
        arguments("x", STRING, BIGINT, null),
        arguments("1e3", STRING, DOUBLE, 1000.0),
        arguments("NaN", STRING, DOUBLE, null),
        arguments("1e999", STRING, DOUBLE, null),
        arguments("1.25", STRING, D21, dec("1.3")),
        arguments("1e-999999999", STRING, D21, dec("0.0")),
        arguments("1e999999999", STRING, D21, null),
        arguments("AQI=", STRING, BYTES, ByteBuffer.wrap(new byte[] {1, 2})),
        arguments("?", STRING, BYTES, null),
        arguments("Grüße", STRING, STRING, "Grüße"),
        arguments(new Time(3_661_000), TIME, STRING, "01:01:01"),
        arguments(new Time(3_660_999), TIME, STRING, "01:01"),
        arguments(new Date(86_400_000L), DATE, STRING, "1970-01-02"),
        arguments(new Date(86_400_000L), DATE, TIMESTAMP, new Timestamp(86_400_000L)),
        arguments(new Timestamp(1), TIMESTAMP, STRING, "1970-01-01T00:00:00.001"),
        arguments(new Timestamp(-1), TIMESTAMP, TIME, new Time(86_399_999)),
        arguments(new Timestamp(-1), TIMESTAMP, DATE, new Date(-86_400_000L)));
  }

  @ParameterizedTest
  @MethodSource("casts")
  void casts(Object value, SqlType from, SqlType to, Object expected) {
    assertThat(cast(value, from, to)).isEqualTo(expected);
  }

  @Test
  void castsNullToNull() {
    for (SqlType from : PRIMITIVES) {
      for (SqlType to : PRIMITIVES) {
        if (Casts.exists(from, to)) {
          assertThat(cast(null, from, to)).as(from + " to " + to).isNull();
        }
      }
    }
  }

  /** Rows and columns in the order of {@link #PRIMITIVES}. */
  @Test
  void hasTheCastsOfTheLanguageAndNoOthers() {
    List<String> matrix =
        List.of(
            "y----y----",
            "-yyyyy----",
            "-yyyyy----",
            "-yyyyy----",
            "-yyyyy----",
            "yyyyyyyyyy",
            "------y---",
            "-----y-y--",
            "-----y--yy",
            "-----y-yyy");
    for (int from = 0; from < PRIMITIVES.size(); from++) {
      StringBuilder row = new StringBuilder();
      for (SqlType to : PRIMITIVES) {
        row.append(Casts.exists(PRIMITIVES.get(from), to) ? 'y' : '-');
      }
      assertThat(row.toString()).as("casts of " + PRIMITIVES.get(from)).isEqualTo(matrix.get(from));
    }
    assertThat(Casts.exists(STRING, array(STRING))).isFalse();
    assertThat(Casts.exists(array(BYTES), array(INTEGER))).isFalse();
  }

  @Test
  void castsWhatCollectionsHold() {
    assertThat(cast(Arrays.asList(1, null), array(INTEGER), array(STRING)))
        .isEqualTo(Arrays.asList("1", null));
    assertThat(cast(Map.of("1", 2), map(STRING, INTEGER), map(INTEGER, BIGINT)))
        .isEqualTo(Map.of(1, 2L));
    SqlStruct from = SqlTypes.struct().field("A", INTEGER).field("B", STRING).build();
    SqlStruct to = SqlTypes.struct().field("C", STRING).field("A", BIGINT).build();
    assertThat(cast(new StructValue(from, 1, "b"), from, to))
        .isEqualTo(new StructValue(to, null, 1L));
  }

  @Test
  void writesCollectionsAsText() {
    SqlStruct struct = SqlTypes.struct().field("F0", INTEGER).field("f1", INTEGER).build();
    assertThat(cast(List.of(1, 3), array(INTEGER), STRING)).isEqualTo("[1, 3]");
    assertThat(cast(List.of(), array(INTEGER), STRING)).isEqualTo("[]");
    assertThat(cast(Map.of("this", 1), map(STRING, INTEGER), STRING)).isEqualTo("{this=1}");
    assertThat(cast(new StructValue(struct, 1, 3), struct, STRING)).isEqualTo("Struct{F0=1,f1=3}");
    assertThat(cast(new StructValue(struct, 1, null), struct, STRING)).isEqualTo("Struct{F0=1}");
  }

  @ParameterizedTest
  @CsvSource({
    "2020, 2020-01-01T00:00:00.000",
    "2020-05, 2020-05-01T00:00:00.000",
    "2020-05-26, 2020-05-26T00:00:00.000",
    "2020-05-26T23, 2020-05-26T23:00:00.000",
    "2020-05-26T23:59, 2020-05-26T23:59:00.000",
    "2020-05-26T23:59:58, 2020-05-26T23:59:58.000",
    "2020-05-26T23:59:58.1, 2020-05-26T23:59:58.100",
    "2020-05-26T23:59:58.123Z, 2020-05-26T23:59:58.123",
    "2020-05-26T23:59:58.000+0200, 2020-05-26T21:59:58.000",
    "2020-05-26T23:59:58-07:00, 2020-05-27T06:59:58.000",
    "2020-05T23, ",
    "2020-13-01, ",
    "2020-02-30, ",
    "2020-05-26T24:00, 2020-05-27T00:00:00.000",
    "2020-05-26T24:01, ",
    "2020-05-26T23:59:58+99, ",
    "yesterday, "
  })
  void readsTimestamps(String text, String expected) {
    assertThat(cast(cast(text, STRING, TIMESTAMP), TIMESTAMP, STRING)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2020, 2020-01-01", "2020-05, 2020-05-01", "2020-02-29, 2020-02-29", "2021-02-29, "})
  void readsDates(String text, String expected) {
    assertThat(cast(cast(text, STRING, DATE), DATE, STRING)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"01:34, 5640000", "01:34:20, 5660000", "01:34:20.123, 5660123", "01, ", "25:00, "})
  void readsTimes(String text, Long expected) {
    Time time = (Time) cast(text, STRING, TIME);
    assertThat(time == null ? null : time.getTime()).isEqualTo(expected);
  }
}
