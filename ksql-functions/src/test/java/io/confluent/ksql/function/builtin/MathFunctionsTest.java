package io.confluent.ksql.function.builtin;

import static io.confluent.ksql.function.builtin.Functions.NULL_BIGINT;
import static io.confluent.ksql.function.builtin.Functions.NULL_DOUBLE;
import static io.confluent.ksql.function.builtin.Functions.NULL_INT;
import static io.confluent.ksql.function.builtin.Functions.NULL_TEXT;
import static io.confluent.ksql.function.builtin.Functions.bytes;
import static io.confluent.ksql.function.builtin.Functions.call;
import static io.confluent.ksql.function.builtin.Functions.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.builtin.Functions.Null;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MathFunctionsTest {
  private static final double MAX = Double.MAX_VALUE;

  static Stream<Case> cases() {
    return Stream.of(
        Case.of("ABS", 2, -2),
        Case.of("ABS", 5_000_000_000L, -5_000_000_000L),
        Case.of("ABS", 1.5, -1.5),
        Case.of("ABS", new BigDecimal("1.50"), new BigDecimal("-1.50")),
        Case.of("ABS", null, NULL_INT),
        Case.of("CEIL", 3, 3),
        Case.of("CEIL", -1.0, -1.9),
        Case.of("CEIL", new BigDecimal("2.0"), new BigDecimal("1.1")),
        Case.of("CEIL", null, NULL_DOUBLE),
        Case.of("FLOOR", -2.0, -1.5),
        Case.of("FLOOR", 7L, 7L),
        Case.of("FLOOR", new BigDecimal("-2.0"), new BigDecimal("-1.1")),
        Case.of("ROUND", 2L, 1.5),
        Case.of("ROUND", -1L, -1.5),
        Case.of("ROUND", 3L, 3),
        Case.of("ROUND", null, NULL_INT),
        Case.of("ROUND", 110.0, 111.0, -1),
        Case.of("ROUND", 1.24, 1.235, 2),
        Case.of("ROUND", -1.23, -1.235, 2),
        Case.of("ROUND", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 2),
        Case.of("ROUND", new BigDecimal("2"), new BigDecimal("1.50")),
        Case.of("ROUND", new BigDecimal("-1"), new BigDecimal("-1.50")),
        Case.of("ROUND", new BigDecimal("1.30"), new BigDecimal("1.25"), 1),
        Case.of("ROUND", new BigDecimal("1.25"), new BigDecimal("1.25"), 7),
        Case.of("ROUND", new BigDecimal("110.0"), new BigDecimal("111.0"), -1),
        Case.of("ROUND", 100.0, 55.0, -2),
        Case.of("ROUND", 0.0, 55.0, -3),
        Case.of("ROUND", 0.0, 55.0, Integer.MIN_VALUE),
        Case.of("ROUND", 5.5, 5.5, Integer.MAX_VALUE),
        Case.of("ROUND", new BigDecimal("0.0"), new BigDecimal("5.5"), Integer.MIN_VALUE),
        Case.of("TRUNC", 0.0, 5.5, Integer.MIN_VALUE),
        Case.of("TRUNC", -1L, -1.9),
        Case.of("TRUNC", 12000.0, 12345.67, -3),
        Case.of("TRUNC", new BigDecimal("1.20"), new BigDecimal("1.29"), 1),
        Case.of("TRUNC", new BigDecimal("-1"), new BigDecimal("-1.99")),
        Case.of("SIGN", -1, -3),
        Case.of("SIGN", 0, 0L),
        Case.of("SIGN", 1, 0.001),
        Case.of("SIGN", null, NULL_BIGINT),
        Case.of("SQRT", 3.0, 9),
        Case.of("SQRT", Double.NaN, -1),
        Case.of("CBRT", -3.0, -27L),
        Case.of("EXP", 1.0, 0),
        Case.of("EXP", Double.POSITIVE_INFINITY, MAX),
        Case.of("LN", Double.NEGATIVE_INFINITY, 0),
        Case.of("LN", Double.NaN, -1),
        Case.of("LOG", 2.5649493574615367, 13),
        Case.of("LOG", 0.9471572411831843, 15, 13),
        Case.of("LOG", Double.NaN, 1, 13),
        Case.of("LOG", Double.NaN, -2, 13),
        Case.of("POWER", 8.0, 2, 3),
        Case.of("POWER", null, 2, NULL_INT),
        Case.of("PI", 3.141592653589793),
        Case.of("SIN", 0.0, 0),
        Case.of("COS", 1.0, 0),
        Case.of("TAN", 0.0, 0),
        Case.of("COT", 1 / Math.tan(0.5), 0.5),
        Case.of("SINH", 0.0, 0),
        Case.of("COSH", 1.0, 0),
        Case.of("TANH", 0.0, 0),
        Case.of("ASIN", Double.NaN, 2),
        Case.of("ACOS", 0.0, 1),
        Case.of("ATAN", 0.0, 0),
        Case.of("ATAN2", 0.7853981633974483, 1, 1),
        Case.of("DEGREES", 180.0, Math.PI),
        Case.of("RADIANS", Math.PI, 180),
        Case.of("GREATEST", 3, 1, NULL_INT, 3),
        Case.of("GREATEST", "b", "b", "a"),
        Case.of("GREATEST", bytes("b"), bytes("a"), bytes("b")),
        Case.of("GREATEST", null, NULL_TEXT, NULL_TEXT),
        Case.of("GREATEST", 5L, 5L),
        Case.of(
            "GREATEST", new BigDecimal("2.500"), new BigDecimal("1.125"), new BigDecimal("2.5")),
        Case.of("LEAST", 1.5, 1.5, 2.0, NULL_DOUBLE),
        Case.of("LEAST", new Date(0), new Date(0), new Date(86_400_000)),
        Case.of("GEO_DISTANCE", 8682.459061368269, 37.4439, -122.1663, 51, 0),
        Case.of("GEO_DISTANCE", 0.0, 1, 2, 1, 2, "Miles"),
        Case.of("GEO_DISTANCE", 0.0, 1, 2, 1, 2, NULL_TEXT));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gives(Case test) {
    test.check();
  }

  @Test
  void measuresInMiles() {
    assertThat((Double) call("GEO_DISTANCE", 0, 0, 0, 180, "mi")).isCloseTo(12437.6, within(0.1));
  }

  @Test
  void refusesPlacesOutsideTheGlobe() {
    assertThatThrownBy(() -> call("GEO_DISTANCE", 90.1, 0.0, 0.0, 0.0))
        .isInstanceOf(KsqlFunctionException.class);
    assertThatThrownBy(() -> call("GEO_DISTANCE", 0.0, Double.NaN, 0.0, 0.0))
        .isInstanceOf(KsqlFunctionException.class);
    assertThatThrownBy(() -> call("GEO_DISTANCE", 0.0, 0.0, 0.0, 0.0, "ells"))
        .hasMessageContaining("ells");
    assertThatThrownBy(() -> call("GEO_DISTANCE", NULL_DOUBLE, 0.0, 0.0, 0.0))
        .isInstanceOf(KsqlFunctionException.class);
  }

  @Test
  void computesDecimalTypes() {
    Null decimal = new Null(SqlTypes.decimal(5, 2));
    assertThat(resolve("ABS", decimal).returnType()).isEqualTo(SqlTypes.decimal(5, 2));
    assertThat(resolve("ROUND", decimal).returnType()).isEqualTo(SqlTypes.decimal(3, 0));
    assertThat(resolve("ROUND", decimal, 1).returnType()).isEqualTo(SqlTypes.decimal(5, 2));
    assertThat(resolve("GREATEST", decimal, new Null(SqlTypes.decimal(4, 3))).returnType())
        .isEqualTo(SqlTypes.decimal(6, 3));
  }

  @Test
  void doesNotGuessWhatUntypedNullsAre() {
    assertThatThrownBy(() -> resolve("GREATEST", null, null))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("equally well");
    assertThatThrownBy(() -> resolve("GREATEST", 1, 2L)).isInstanceOf(DiagnosticException.class);
    assertThatThrownBy(() -> resolve("GREATEST")).hasMessageContaining("does not accept");
  }

  @Test
  void drawsRandomNumbersBelowOne() {
    for (int i = 0; i < 100; i++) {
      assertThat((Double) call("RANDOM")).isBetween(0.0, Math.nextDown(1.0));
    }
    assertThat(call("RANDOM")).isNotEqualTo(call("RANDOM"));
  }
}
