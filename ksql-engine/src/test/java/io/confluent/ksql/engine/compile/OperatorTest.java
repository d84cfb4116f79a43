package io.confluent.ksql.engine.compile;

import static io.confluent.ksql.engine.compile.Evaluation.operator;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Operator;
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
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OperatorTest {
  private static final SqlType D42 = decimal(4, 2);

  private static BigDecimal dec(String text) {
    return new BigDecimal(text);
  }

  static List<Arguments> arithmetic() {
    return List.of(
        arguments(Operator.ADD, INTEGER, INTEGER, 2, 3, 5),
        arguments(Operator.ADD, INTEGER, INTEGER, Integer.MAX_VALUE, 1, Integer.MIN_VALUE),
        arguments(Operator.SUBTRACT, INTEGER, INTEGER, 2, 3, -1),
        arguments(Operator.MULTIPLY, INTEGER, INTEGER, -2, 3, -6),
        arguments(Operator.DIVIDE, INTEGER, INTEGER, -7, 2, -3),
        arguments(Operator.MODULO, INTEGER, INTEGER, -7, 2, -1),
        arguments(Operator.ADD, BIGINT, BIGINT, Long.MAX_VALUE, 1L, Long.MIN_VALUE),
        arguments(Operator.SUBTRACT, BIGINT, BIGINT, 2L, 3L, -1L),
        arguments(Operator.MULTIPLY, BIGINT, BIGINT, 4L, 3L, 12L),
        arguments(Operator.DIVIDE, BIGINT, BIGINT, 7L, 2L, 3L),
        arguments(Operator.MODULO, BIGINT, BIGINT, 7L, 4L, 3L),
        arguments(Operator.ADD, DOUBLE, DOUBLE, 0.5, 0.25, 0.75),
        arguments(Operator.SUBTRACT, DOUBLE, DOUBLE, 0.5, 0.25, 0.25),
        arguments(Operator.MULTIPLY, DOUBLE, DOUBLE, 0.5, 0.5, 0.25),
        arguments(Operator.DIVIDE, DOUBLE, DOUBLE, 1.0, 0.0, Double.POSITIVE_INFINITY),
        arguments(Operator.MODULO, DOUBLE, DOUBLE, 5.5, 2.0, 1.5),
        arguments(Operator.ADD, decimal(5, 2), D42, dec("99.99"), dec("0.01"), dec("100.00")),
        arguments(Operator.SUBTRACT, decimal(5, 2), D42, dec("1.00"), dec("2.50"), dec("-1.50")),
        arguments(Operator.MULTIPLY, decimal(9, 4), D42, dec("1.50"), dec("2.00"), dec("3.0000")),
        arguments(Operator.DIVIDE, decimal(11, 7), D42, dec("1.00"), dec("8.00"), dec("0.1250000")),
        arguments(Operator.MODULO, D42, D42, dec("5.50"), dec("2.00"), dec("1.50")),
        arguments(Operator.ADD, STRING, STRING, "Grüße ", "𝄞", "Grüße 𝄞"),
        arguments(Operator.ADD, STRING, STRING, "a", null, "anull"));
  }

  @ParameterizedTest
  @MethodSource("arithmetic")
  void computes(
      Operator operator, SqlType result, SqlType type, Object a, Object b, Object expected) {
    assertThat(operator(operator, result, type, a, b)).isEqualTo(expected);
  }

  static List<Arguments> impossibleArithmetic() {
    return List.of(
        arguments(Operator.DIVIDE, INTEGER, INTEGER, 1, 0, "Division by zero"),
        arguments(Operator.MODULO, INTEGER, INTEGER, 1, 0, "Division by zero"),
        arguments(Operator.DIVIDE, BIGINT, BIGINT, 1L, 0L, "Division by zero"),
        arguments(Operator.MODULO, BIGINT, BIGINT, 1L, 0L, "Division by zero"),
        arguments(Operator.DIVIDE, D42, D42, dec("1.00"), dec("0.00"), "Division by zero"),
        arguments(Operator.DIVIDE, decimal(11, 7), D42, dec("1.00"), dec("3.00"), "not exact"),
        arguments(Operator.ADD, INTEGER, INTEGER, 1, null, "NULL"),
        arguments(Operator.ADD, INTEGER, INTEGER, null, 1, "NULL"),
        arguments(Operator.MULTIPLY, BIGINT, BIGINT, null, 1L, "NULL"),
        arguments(Operator.SUBTRACT, DOUBLE, DOUBLE, 1.0, null, "NULL"),
        arguments(Operator.MODULO, D42, D42, null, dec("1.00"), "NULL"));
  }

  @ParameterizedTest
  @MethodSource("impossibleArithmetic")
  void failsWhereThereIsNoResult(
      Operator operator, SqlType result, SqlType type, Object a, Object b, String message) {
    assertThatThrownBy(() -> operator(operator, result, type, a, b))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining(message);
  }

  static List<Arguments> negated() {
    return List.of(
        arguments(INTEGER, Integer.MIN_VALUE, Integer.MIN_VALUE),
        arguments(BIGINT, 5L, -5L),
        arguments(DOUBLE, 0.0, -0.0),
        arguments(D42, dec("1.50"), dec("-1.50")));
  }

  @ParameterizedTest
  @MethodSource("negated")
  void negates(SqlType type, Object value, Object expected) {
    assertThat(operator(Operator.NEGATE, type, type, value)).isEqualTo(expected);
    assertThatThrownBy(() -> operator(Operator.NEGATE, type, type, (Object) null))
        .isInstanceOf(EvaluationException.class);
  }

  /** A type and two of its values, the smaller first. */
  static List<Arguments> ordered() {
    return List.of(
        arguments(INTEGER, -1, 1),
        arguments(BIGINT, Long.MIN_VALUE, 0L),
        arguments(DOUBLE, -0.5, 0.5),
        arguments(D42, dec("1.50"), dec("10.00")),
        arguments(STRING, "B", "a"),
        arguments(BYTES, ByteBuffer.wrap(new byte[] {-1}), ByteBuffer.wrap(new byte[] {1})),
        arguments(TIME, new Time(1000), new Time(2000)),
        arguments(DATE, new Date(-86_400_000L), new Date(0)),
        arguments(TIMESTAMP, new Timestamp(1), new Timestamp(2)));
  }

  @ParameterizedTest
  @MethodSource("ordered")
  void compares(SqlType type, Object small, Object large) {
    assertThat(compare(Operator.EQUAL, type, small, small)).isTrue();
    assertThat(compare(Operator.EQUAL, type, small, large)).isFalse();
    assertThat(compare(Operator.NOT_EQUAL, type, small, large)).isTrue();
    assertThat(compare(Operator.NOT_EQUAL, type, small, small)).isFalse();
    assertThat(compare(Operator.LESS_THAN, type, small, large)).isTrue();
    assertThat(compare(Operator.LESS_THAN, type, small, small)).isFalse();
    assertThat(compare(Operator.LESS_THAN_OR_EQUAL, type, small, small)).isTrue();
    assertThat(compare(Operator.LESS_THAN_OR_EQUAL, type, large, small)).isFalse();
    assertThat(compare(Operator.GREATER_THAN, type, large, small)).isTrue();
    assertThat(compare(Operator.GREATER_THAN, type, small, large)).isFalse();
    assertThat(compare(Operator.GREATER_THAN_OR_EQUAL, type, large, large)).isTrue();
    assertThat(compare(Operator.GREATER_THAN_OR_EQUAL, type, small, large)).isFalse();
  }

  private static boolean compare(Operator operator, SqlType type, Object a, Object b) {
    return (Boolean) operator(operator, BOOLEAN, type, a, b);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "EQUAL",
        "NOT_EQUAL",
        "LESS_THAN",
        "LESS_THAN_OR_EQUAL",
        "GREATER_THAN",
        "GREATER_THAN_OR_EQUAL"
      })
  void findsNothingTrueOfNull(Operator operator) {
    assertThat(compare(operator, INTEGER, null, 1)).isFalse();
    assertThat(compare(operator, INTEGER, 1, null)).isFalse();
    assertThat(compare(operator, INTEGER, null, null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1,1,false", "1,2,true", "1,,true", ",1,true", ",,false"})
  void tellsDistinctValues(Integer a, Integer b, boolean expected) {
    assertThat(compare(Operator.IS_DISTINCT_FROM, INTEGER, a, b)).isEqualTo(expected);
  }

  @Test
  void comparesDoublesAsNumbers() {
    assertThat(compare(Operator.EQUAL, DOUBLE, Double.NaN, Double.NaN)).isFalse();
    assertThat(compare(Operator.LESS_THAN, DOUBLE, Double.NaN, 1.0)).isFalse();
    assertThat(compare(Operator.GREATER_THAN_OR_EQUAL, DOUBLE, Double.NaN, Double.NaN)).isFalse();
    assertThat(compare(Operator.EQUAL, DOUBLE, 0.0, -0.0)).isTrue();
    assertThat(compare(Operator.LESS_THAN, DOUBLE, -0.0, 0.0)).isFalse();
  }

  @Test
  void comparesStructuredValuesByWhatTheyHold() {
    SqlStruct struct = SqlTypes.struct().field("A", INTEGER).build();
    assertThat(
            compare(Operator.EQUAL, struct, new StructValue(struct, 1), new StructValue(struct, 1)))
        .isTrue();
    assertThat(
            compare(
                Operator.NOT_EQUAL, array(INTEGER), Arrays.asList(1, null), Arrays.asList(1, 2)))
        .isTrue();
    assertThat(
            compare(Operator.EQUAL, SqlTypes.map(STRING, INTEGER), Map.of("a", 1), Map.of("a", 1)))
        .isTrue();
    assertThat(compare(Operator.EQUAL, BOOLEAN, true, true)).isTrue();
    assertThatThrownBy(() -> compare(Operator.LESS_THAN, BOOLEAN, true, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void asksForNull() {
    assertThat(operator(Operator.IS_NULL, BOOLEAN, STRING, (Object) null)).isEqualTo(true);
    assertThat(operator(Operator.IS_NULL, BOOLEAN, STRING, "")).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, a%, true",
    "abc, %c, true",
    "abc, a_c, true",
    "abc, a_, false",
    "abc, ABC, false",
    "a.c, a.c, true",
    "abc, a.c, false",
    "𝄞x, _x, true",
    "'', %, true"
  })
  void matchesPatterns(String text, String pattern, boolean expected) {
    Expr column = ColumnRef.value(0, "C", STRING);
    Expr fixed = Call.of(Operator.LIKE, BOOLEAN, column, Evaluation.constant(pattern, STRING));
    assertThat(new Evaluation(Map.of(), text).evaluate(fixed)).isEqualTo(expected);
    assertThat(operator(Operator.LIKE, BOOLEAN, STRING, text, pattern)).isEqualTo(expected);
  }

  @Test
  void escapesInPatterns() {
    assertThat(operator(Operator.LIKE, BOOLEAN, STRING, "100%", "100!%", "!")).isEqualTo(true);
    assertThat(operator(Operator.LIKE, BOOLEAN, STRING, "1000", "100!%", "!")).isEqualTo(false);
    assertThat(operator(Operator.LIKE, BOOLEAN, STRING, "a!b", "a!!b", "!")).isEqualTo(true);
    assertThatThrownBy(() -> operator(Operator.LIKE, BOOLEAN, STRING, "a", "a!", "!"))
        .isInstanceOf(EvaluationException.class);
    assertThatThrownBy(() -> operator(Operator.LIKE, BOOLEAN, STRING, null, "a"))
        .isInstanceOf(EvaluationException.class);
    assertThatThrownBy(() -> operator(Operator.LIKE, BOOLEAN, STRING, "a", null))
        .isInstanceOf(EvaluationException.class);
    assertThat(operator(Operator.LIKE, BOOLEAN, STRING, "a\nb", "a%b")).isEqualTo(false);
  }

  @Test
  void findsValuesInLists() {
    assertThat(operator(Operator.IN, BOOLEAN, INTEGER, 2, 1, 2)).isEqualTo(true);
    assertThat(operator(Operator.IN, BOOLEAN, INTEGER, 3, 1, null)).isEqualTo(false);
    assertThat(operator(Operator.IN, BOOLEAN, INTEGER, null, 1, null)).isEqualTo(false);
    assertThat(operator(Operator.IN, BOOLEAN, D42, dec("1.0"), dec("1.00"))).isEqualTo(true);
    Expr fixed =
        Call.of(
            Operator.IN,
            BOOLEAN,
            ColumnRef.value(0, "C", STRING),
            Evaluation.constant("a", STRING),
            Evaluation.constant(null, STRING));
    assertThat(new Evaluation(Map.of(), "a").evaluate(fixed)).isEqualTo(true);
    assertThat(new Evaluation(Map.of(), "b").evaluate(fixed)).isEqualTo(false);
    assertThat(new Evaluation(Map.of(), (Object) null).evaluate(fixed)).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({"1,10", "3,30", "-1,30", "-3,10", "0,", "4,", "-4,", ","})
  void takesItemsOfArrays(Integer position, Integer expected) {
    Expr item =
        Call.of(
            Operator.SUBSCRIPT,
            INTEGER,
            ColumnRef.value(0, "A", array(INTEGER)),
            ColumnRef.value(1, "I", INTEGER));
    assertThat(new Evaluation(Map.of(), List.of(10, 20, 30), position).evaluate(item))
        .isEqualTo(expected);
    assertThat(new Evaluation(Map.of(), null, position).evaluate(item)).isNull();
  }

  @Test
  void takesValuesOfMapsAndFieldsOfStructs() {
    SqlType map = SqlTypes.map(STRING, INTEGER);
    Expr value =
        Call.of(
            Operator.SUBSCRIPT,
            INTEGER,
            ColumnRef.value(0, "M", map),
            ColumnRef.value(1, "K", STRING));
    assertThat(new Evaluation(Map.of(), Map.of("a", 1), "a").evaluate(value)).isEqualTo(1);
    assertThat(new Evaluation(Map.of(), Map.of("a", 1), "b").evaluate(value)).isNull();
    assertThat(new Evaluation(Map.of(), null, "b").evaluate(value)).isNull();

    SqlStruct struct = SqlTypes.struct().field("A", INTEGER).field("B", STRING).build();
    Expr field =
        Call.of(
            Operator.FIELD,
            STRING,
            ColumnRef.value(0, "S", struct),
            Evaluation.constant(1, INTEGER));
    assertThat(new Evaluation(Map.of(), new StructValue(struct, 1, "b")).evaluate(field))
        .isEqualTo("b");
    assertThat(new Evaluation(Map.of(), (Object) null).evaluate(field)).isNull();
  }

  @Test
  void makesArraysAndMaps() {
    assertThat(operator(Operator.MAKE_ARRAY, array(INTEGER), INTEGER, 1, null))
        .isEqualTo(Arrays.asList(1, null));
    assertThat(
            operator(Operator.MAKE_MAP, SqlTypes.map(STRING, STRING), STRING, "a", "1", "b", null))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsExactly(entry("a", "1"), entry("b", null));
  }

  @Test
  void refusesOperandsOfOtherTypesWhenCompiling() {
    Expr mixed =
        Call.of(
            Operator.ADD,
            BIGINT,
            ColumnRef.value(0, "A", INTEGER),
            ColumnRef.value(1, "B", BIGINT));
    assertThatThrownBy(() -> new Evaluation(Map.of()).compile(mixed))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
