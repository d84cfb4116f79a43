package io.confluent.ksql.function.builtin;

import static io.confluent.ksql.function.builtin.Functions.NULL_INT;
import static io.confluent.ksql.function.builtin.Functions.NULL_TEXT;
import static io.confluent.ksql.function.builtin.Functions.call;
import static io.confluent.ksql.function.builtin.Functions.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.builtin.Functions.Null;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CollectionFunctionsTest {
  private static final Null NULL_LIST = new Null(SqlTypes.array(SqlTypes.INTEGER));
  private static final Null NULL_MAP = new Null(SqlTypes.map(SqlTypes.STRING, SqlTypes.INTEGER));

  static Stream<Case> cases() {
    return Stream.of(
        Case.of("COALESCE", "b", NULL_TEXT, "b", "c"),
        Case.of("COALESCE", null, NULL_TEXT),
        Case.of("COALESCE", "b", null, "b"),
        Case.of("IFNULL", 3, NULL_INT, 3),
        Case.of("IFNULL", 1, 1, NULL_INT),
        Case.of("NULLIF", null, "a", "a"),
        Case.of("NULLIF", "a", "a", NULL_TEXT),
        Case.of("NULLIF", null, NULL_INT, 1),
        Case.of("AS_VALUE", List.of(1), List.of(1)),
        Case.of("ARRAY_LENGTH", 2, Arrays.asList(1, null)),
        Case.of("ARRAY_LENGTH", null, NULL_LIST),
        Case.of("ARRAY_CONTAINS", true, Arrays.asList(1, null), NULL_INT),
        Case.of("ARRAY_CONTAINS", false, NULL_LIST, 1),
        Case.of("ARRAYCONTAINS", true, List.of(1), 1),
        Case.of("ARRAYCONTAINS", true, "[1]", 1),
        Case.of("ARRAY_CONCAT", List.of(1, 1, 2), List.of(1), List.of(1, 2)),
        Case.of("ARRAY_CONCAT", List.of(1), NULL_LIST, List.of(1)),
        Case.of("ARRAY_CONCAT", null, NULL_LIST, NULL_LIST),
        Case.of("ARRAY_DISTINCT", Arrays.asList(2, null, 1), Arrays.asList(2, null, 1, null, 2)),
        Case.of("ARRAY_EXCEPT", List.of(1, 3), List.of(1, 2, 1, 3), List.of(2)),
        Case.of("ARRAY_EXCEPT", null, List.of(1), NULL_LIST),
        Case.of(
            "ARRAY_INTERSECT",
            Arrays.asList(null, 2),
            Arrays.asList(null, 1, 2, 2),
            Arrays.asList(2, null)),
        Case.of("ARRAY_UNION", List.of(0, 1, -1, 2), List.of(0, 1, 0, -1), List.of(2, 0)),
        Case.of("ARRAY_MAX", 3, Arrays.asList(1, null, 3)),
        Case.of("ARRAY_MAX", null, Arrays.asList(null, NULL_INT).subList(0, 1)),
        Case.of("ARRAY_MIN", "F", Arrays.asList("foo", null, "F")),
        Case.of("ARRAY_MIN", false, List.of(true, false)),
        Case.of("ARRAY_SORT", Arrays.asList(-1, 2, null), Arrays.asList(2, null, -1)),
        Case.of(
            "ARRAY_SORT",
            Arrays.asList("b", "a", null),
            Arrays.asList(null, "a", "b"),
            "Descending"),
        Case.of("ARRAY_SORT", null, List.of(1), "sideways"),
        Case.of("ARRAY_REMOVE", List.of(2), List.of(1, 2, 1), 1),
        Case.of("ARRAY_REMOVE", List.of(2), Arrays.asList(null, 2), NULL_INT),
        Case.of("ARRAY_REMOVE", null, NULL_LIST, 1),
        Case.of("ARRAY_JOIN", "true,null", Arrays.asList(true, null)),
        Case.of(
            "ARRAY_JOIN",
            "1.50;2.00",
            List.of(new BigDecimal("1.50"), new BigDecimal("2.00")),
            ";"),
        Case.of("ARRAY_JOIN", "12", List.of(1, 2), NULL_TEXT),
        Case.of("ARRAY_JOIN", "", List.of()),
        Case.of("SLICE", List.of("b", "c"), List.of("a", "b", "c", "d"), 2, 3),
        Case.of("SLICE", List.of("a"), List.of("a", "b"), NULL_INT, 1),
        Case.of("SLICE", List.of("b"), List.of("a", "b"), 2, NULL_INT),
        Case.of("SLICE", null, List.of("a"), 0, 1),
        Case.of("SLICE", null, List.of("a"), 1, 2),
        Case.of("GENERATE_SERIES", List.of(1, 3, 5), 1, 5, 2),
        Case.of("GENERATE_SERIES", List.of(1, 4), 1, 5, 3),
        Case.of("GENERATE_SERIES", List.of(3, 2, 1), 3, 1),
        Case.of("GENERATE_SERIES", List.of(3L), 3L, 3L),
        Case.of("GENERATE_SERIES", List.of(-2L, -4L), -2L, -5L, -2),
        Case.of("AS_MAP", mapOf("a", 1, "b", null), List.of("a", "b"), List.of(1)),
        Case.of("MAP_KEYS", List.of("a"), Map.of("a", 1)),
        Case.of("MAP_VALUES", List.of(1), Map.of("a", 1)),
        Case.of("MAP_VALUES", null, NULL_MAP),
        Case.of("MAP_UNION", Map.of("a", 2, "b", 3), Map.of("a", 1, "b", 3), Map.of("a", 2)),
        Case.of("MAP_UNION", Map.of("a", 2), NULL_MAP, Map.of("a", 2)),
        Case.of("MAP_UNION", null, NULL_MAP, NULL_MAP),
        Case.of("SPLIT_TO_MAP", Map.of("a", "3", "b", "2"), "a:1,b:2,c,a:3:4", ",", ":"),
        Case.of("SPLIT_TO_MAP", null, "a", "", ":"),
        Case.of("SPLIT_TO_MAP", null, "a", ":", ":"));
  }

  private static Map<String, Object> mapOf(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gives(Case test) {
    test.check();
  }

  @Test
  void listsEntriesAsStructs() {
    List<?> entries = (List<?>) call("ENTRIES", mapOf("b", 2, "a", 1), true);
    assertThat(entries).hasToString("[{K=a, V=1}, {K=b, V=2}]");
    assertThat(resolve("ENTRIES", Map.of("a", true), false).returnType())
        .hasToString("ARRAY<STRUCT<`K` STRING, `V` BOOLEAN>>");
  }

  @Test
  void refusesWrongSeries() {
    assertThatThrownBy(() -> call("GENERATE_SERIES", 1, 5, 0)).hasMessageContaining("zero");
    assertThatThrownBy(() -> call("GENERATE_SERIES", 1, 5, -1)).hasMessageContaining("away");
    assertThatThrownBy(() -> call("GENERATE_SERIES", 0L, Long.MAX_VALUE))
        .hasMessageContaining("1000000");
    assertThatThrownBy(() -> call("GENERATE_SERIES", Long.MIN_VALUE, Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesToOrderOrJoinWhatHasNoOrderOrText() {
    assertThatThrownBy(() -> resolve("ARRAY_SORT", List.of(List.of(1))))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("no order");
    assertThatThrownBy(() -> call("ARRAY_JOIN", List.of(List.of(1))))
        .isInstanceOf(KsqlFunctionException.class);
  }

  @Test
  void refusesMixedTypes() {
    assertThatThrownBy(() -> resolve("COALESCE", 1, "a")).isInstanceOf(DiagnosticException.class);
    assertThatThrownBy(() -> resolve("COALESCE")).isInstanceOf(DiagnosticException.class);
  }

  @Test
  void filtersTransformsAndReduces() {
    Function<Integer, Object> isBig = x -> x > 1;
    assertThat(Functions.callWithLambda("FILTER", SqlTypes.BOOLEAN, List.of(1, 2, 3), isBig))
        .isEqualTo(List.of(2, 3));
    assertThat(Functions.callWithLambda("FILTER", SqlTypes.BOOLEAN, NULL_LIST, isBig)).isNull();
    BiFunction<String, Integer, Object> keepB = (k, v) -> k.equals("b");
    assertThat(Functions.callWithLambda("FILTER", SqlTypes.BOOLEAN, Map.of("a", 1, "b", 2), keepB))
        .isEqualTo(Map.of("b", 2));
    Function<Integer, Object> asText = x -> "#" + x;
    assertThat(Functions.callWithLambda("TRANSFORM", SqlTypes.STRING, List.of(1, 2), asText))
        .isEqualTo(List.of("#1", "#2"));
    BiFunction<Integer, Integer, Object> plus = Integer::sum;
    assertThat(Functions.callWithLambda("REDUCE", SqlTypes.INTEGER, List.of(1, 2), 10, plus))
        .isEqualTo(13);
    assertThat(Functions.callWithLambda("REDUCE", SqlTypes.INTEGER, NULL_LIST, 10, plus))
        .isEqualTo(10);
    assertThat(Functions.callWithLambda("REDUCE", SqlTypes.INTEGER, List.of(1), NULL_INT, plus))
        .isNull();
  }

  @Test
  void refusesTransformedMapsThatLoseEntries() {
    BiFunction<String, Integer, Object> same = (k, v) -> "same";
    assertThatThrownBy(
            () ->
                Functions.callWithLambda(
                    "TRANSFORM", SqlTypes.STRING, Map.of("a", 1, "b", 2), same, same))
        .hasMessageContaining("Two keys");
    BiFunction<String, Integer, Object> nothing = (k, v) -> null;
    assertThatThrownBy(
            () ->
                Functions.callWithLambda(
                    "TRANSFORM", SqlTypes.STRING, Map.of("a", 1), same, nothing))
        .hasMessageContaining("NULL");
    Function<Integer, Object> unknown = x -> null;
    assertThatThrownBy(
            () -> Functions.callWithLambda("FILTER", SqlTypes.BOOLEAN, List.of(1), unknown))
        .hasMessageContaining("NULL");
  }

  @Test
  void explodesLists() {
    assertThat(Functions.table("EXPLODE", Arrays.asList(1, null)))
        .isEqualTo(Arrays.asList(1, null));
    assertThat(Functions.table("EXPLODE", NULL_LIST)).isEmpty();
    assertThat(Functions.table("CUBE_EXPLODE", List.of(1, 2)))
        .isEqualTo(
            List.of(
                Arrays.asList(null, null),
                Arrays.asList(null, 2),
                Arrays.asList(1, null),
                Arrays.asList(1, 2)));
    assertThat(Functions.table("CUBE_EXPLODE", Arrays.asList(1, null)))
        .isEqualTo(List.of(Arrays.asList(null, null), Arrays.asList(1, null)));
    assertThatThrownBy(
            () ->
                Functions.table(
                    "CUBE_EXPLODE", new ArrayList<>(java.util.Collections.nCopies(21, 1))))
        .isInstanceOf(KsqlFunctionException.class);
  }
}
