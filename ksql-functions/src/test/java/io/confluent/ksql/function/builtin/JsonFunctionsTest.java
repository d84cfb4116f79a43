package io.confluent.ksql.function.builtin;

import static io.confluent.ksql.function.builtin.Functions.NULL_INT;
import static io.confluent.ksql.function.builtin.Functions.NULL_TEXT;
import static io.confluent.ksql.function.builtin.Functions.bytes;
import static io.confluent.ksql.function.builtin.Functions.call;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonFunctionsTest {
  private static final String JSON =
      "{\"log\":{\"cloud\":[\"gcp\",{\"x y\":1.50,\"@t:_1\":null}],\"on\":true},\"n\":7}";

  static Stream<Case> cases() {
    return Stream.of(
        Case.of("EXTRACTJSONFIELD", "gcp", JSON, "$.log.cloud[0]"),
        Case.of("EXTRACTJSONFIELD", "1.50", JSON, "$.log.cloud[1][\"x y\"]"),
        Case.of("EXTRACTJSONFIELD", "null", JSON, "$.log.cloud[1].@t:_1"),
        Case.of("EXTRACTJSONFIELD", "true", JSON, "$.log.on"),
        Case.of("EXTRACTJSONFIELD", null, JSON, "$.log.cloud[2]"),
        Case.of("EXTRACTJSONFIELD", null, JSON, "$.log.cloud[-1]"),
        Case.of("EXTRACTJSONFIELD", null, JSON, "$.n.m"),
        Case.of("EXTRACTJSONFIELD", "[1,2]", "[1, 2]", "$"),
        Case.of("EXTRACTJSONFIELD", null, NULL_TEXT, "$"),
        Case.of("IS_JSON_STRING", true, "\"a\""),
        Case.of("IS_JSON_STRING", false, "{\"a\":1} x"),
        Case.of("IS_JSON_STRING", false, ""),
        Case.of("IS_JSON_STRING", false, NULL_TEXT),
        Case.of("JSON_ARRAY_CONTAINS", true, "[1,\"a\",null]", "a"),
        Case.of("JSON_ARRAY_CONTAINS", true, "[1]", 1L),
        Case.of("JSON_ARRAY_CONTAINS", false, "[1]", 1.0),
        Case.of("JSON_ARRAY_CONTAINS", true, "[1.0]", 1.0),
        Case.of("JSON_ARRAY_CONTAINS", false, "[[1]]", 1),
        Case.of("JSON_ARRAY_CONTAINS", true, "[null]", NULL_INT),
        Case.of("JSON_ARRAY_CONTAINS", true, "[false]", false),
        Case.of("JSON_ARRAY_CONTAINS", false, "{\"a\":1}", 1),
        Case.of("JSON_ARRAY_CONTAINS", false, "[1", 1),
        Case.of("JSON_ARRAY_CONTAINS", false, NULL_TEXT, 1),
        Case.of("JSON_ARRAY_LENGTH", 2, "[1,[2,3]]"),
        Case.of("JSON_ARRAY_LENGTH", null, "{}"),
        Case.of("JSON_ARRAY_LENGTH", null, ""),
        Case.of("JSON_KEYS", List.of("log", "n"), JSON),
        Case.of("JSON_KEYS", null, "[]"),
        Case.of("JSON_RECORDS", Map.of("a", "x", "b", "[1]"), "{\"a\":\"x\",\"b\":[1]}"),
        Case.of("JSON_RECORDS", null, "1"),
        Case.of("JSON_ITEMS", List.of("1", "\"a\"", "{\"b\":2}"), "[1, \"a\", {\"b\": 2}]"),
        Case.of(
            "JSON_CONCAT", "{\"a\":2,\"b\":{\"c\":1}}", "{\"a\":1}", "{\"a\":2,\"b\":{\"c\":1}}"),
        Case.of("JSON_CONCAT", "[1,{\"a\":2},null]", "[1]", "{\"a\":2}", "null"),
        Case.of("JSON_CONCAT", null, "[1]", ""),
        Case.of("JSON_CONCAT", null, "[1]", NULL_TEXT),
        Case.of("TO_JSON_STRING", "null", NULL_INT),
        Case.of("TO_JSON_STRING", "[1,null]", Arrays.asList(1, null)),
        Case.of("TO_JSON_STRING", "1.50", new BigDecimal("1.50")),
        Case.of("TO_JSON_STRING", "[0.0000001]", List.of(new BigDecimal("0.0000001"))),
        Case.of("TO_JSON_STRING", "\"\\\"é\"", "\"é"),
        Case.of("TO_JSON_STRING", "\"IQ==\"", bytes("!")),
        Case.of("TO_JSON_STRING", "\"16:43:40\"", new Time(60220000)),
        Case.of("TO_JSON_STRING", "\"1972-09-27\"", new Date(1000 * 86_400_000L)),
        Case.of("TO_JSON_STRING", "\"1971-11-28T23:46:40.000\"", new Timestamp(60220000000L)),
        Case.of(
            "TO_JSON_STRING",
            "{\"A\":1.5,\"b\":{\"x\":true}}",
            new StructValue(
                SqlTypes.struct()
                    .field("b", SqlTypes.map(SqlTypes.STRING, SqlTypes.BOOLEAN))
                    .field("A", SqlTypes.DOUBLE)
                    .build(),
                Map.of("x", true),
                1.5)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gives(Case test) {
    test.check();
  }

  static Stream<Case> failures() {
    return Stream.of(
        Case.of("EXTRACTJSONFIELD", "not valid JSON", "{\"a\":", "$.a"),
        Case.of("EXTRACTJSONFIELD", "no path", JSON, "log"),
        Case.of("EXTRACTJSONFIELD", "no path", JSON, "$.log."),
        Case.of("EXTRACTJSONFIELD", "no path", JSON, "$.log[0"),
        Case.of("EXTRACTJSONFIELD", "no path", JSON, "$log"),
        Case.of("EXTRACTJSONFIELD", "no path", JSON, "$[]"),
        Case.of("JSON_ARRAY_LENGTH", "not valid JSON", "[1"),
        Case.of("JSON_ITEMS", "no array", "{}"),
        Case.of("JSON_CONCAT", "not valid JSON", "[1", "2"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void refuses(Case test) {
    assertThatThrownBy(() -> call(test.function(), test.arguments()))
        .isInstanceOf(KsqlFunctionException.class)
        .hasMessageContaining((String) test.expected());
  }
}
