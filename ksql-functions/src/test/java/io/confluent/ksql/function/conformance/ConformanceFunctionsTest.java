package io.confluent.ksql.function.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.planner.function.AggregateArgument;
import io.confluent.ksql.planner.function.AggregateCall;
import io.confluent.ksql.planner.function.AggregateFunction;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.ResolvedAggregate;
import io.confluent.ksql.planner.function.ResolvedCall;
import io.confluent.ksql.planner.function.ScalarCall;
import io.confluent.ksql.planner.function.ScalarFunction;
import io.confluent.ksql.planner.function.TableFunction;
import io.confluent.ksql.planner.function.TypeText;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConformanceFunctionsTest {
  private static final FunctionRegistry REGISTRY =
      FunctionRegistry.builder().builtInPackage(ConformanceFunctions.class).build();
  private static final SqlStruct WITH_A = SqlTypes.struct().field("A", SqlTypes.STRING).build();

  private static List<SqlArgument> types(String... types) {
    return Arrays.stream(types)
        .map(type -> SqlArgument.of(type.equals("NULL") ? null : TypeText.parse(type)))
        .toList();
  }

  private static Object call(String name, List<SqlArgument> types, Object... values) {
    ScalarFunction function = REGISTRY.requireScalar(Identifier.of(name));
    ResolvedCall call = function.resolve(Span.NONE, types);
    return function.bind(call.signature(), Map.of()).call(values);
  }

  private static List<?> table(List<SqlArgument> types, Object... values) {
    TableFunction function = REGISTRY.requireTable(Identifier.of("TEST_UDTF"));
    ResolvedCall call = function.resolve(Span.NONE, types);
    return function.bind(call.signature(), Map.of()).call(values);
  }

  @Test
  void loadsAll() {
    assertThat(REGISTRY.rejected()).isEmpty();
    assertThat(REGISTRY.all()).hasSize(19);
  }

  @Test
  void choosesTheOverloadsOfTheCases() {
    assertThat(call("TEST_UDF", types("INT", "STRING"), 1, "a")).isEqualTo("doStuffIntString");
    assertThat(call("TEST_UDF", types("BIGINT", "NULL"), 1L, null)).isEqualTo("doStuffLongString");
    assertThat(call("TEST_UDF", types("BIGINT", "BIGINT", "NULL"), 1L, 1L, null))
        .isEqualTo("doStuffLongLongString");
    assertThat(call("TEST_UDF", types("BIGINT", "BIGINT", "BIGINT"), 1L, 1L, 1L))
        .isEqualTo("doStuffLongVarargs");
    assertThat(call("TEST_UDF", types())).isEqualTo(new StructValue(WITH_A, "foo"));
    assertThat(call("TEST_UDF", types("STRUCT<A VARCHAR>"), new StructValue(WITH_A, "x")))
        .isEqualTo("x");
    assertThat(call("TOSTRUCT", types("STRING"), "x")).isEqualTo(new StructValue(WITH_A, "x"));
  }

  @Test
  void failsAsTheCasesWant() {
    assertThatThrownBy(() -> call("BAD_UDF", types("INT"), 1)).hasMessage("boom!");
    assertThatThrownBy(() -> call("BAD_UDF", types("BOOLEAN"), true))
        .hasMessage("You asked me to throw...");
    ScalarFunction bad = REGISTRY.requireScalar(Identifier.of("BAD_UDF"));
    ScalarCall bound = bad.bind(bad.resolve(Span.NONE, types("STRING")).signature(), Map.of());
    assertThat(bound.call(new Object[] {"a"})).isNull();
    assertThat(bound.call(new Object[] {"b"})).isEqualTo("b");
    assertThat(bound.call(new Object[] {"c"})).isNull();
  }

  @Test
  void failsWhereCaseShouldNotCome() {
    assertThat(call("WHENCONDITION", types("BOOLEAN", "BOOLEAN"), false, true)).isEqualTo(false);
    assertThat(call("WHENRESULT", types("INT", "BOOLEAN"), 7, true)).isEqualTo(7);
    assertThatThrownBy(() -> call("WHENCONDITION", types("BOOLEAN", "BOOLEAN"), true, false))
        .hasMessageContaining("condition");
    assertThatThrownBy(() -> call("WHENRESULT", types("INT", "BOOLEAN"), 7, false))
        .hasMessageContaining("result");
  }

  @Test
  void wrapsAndMultiplies() {
    assertThat(call("TOLIST", types("STRING"), "x")).isEqualTo(List.of("x"));
    assertThat(call("TOMAP", types("STRING"), "x")).isEqualTo(Map.of("A", "x"));
    assertThat(call("TOSTRING", types("STRUCT<A VARCHAR>"), new StructValue(WITH_A, "x")))
        .isEqualTo("x");
    assertThat(call("MULTIPLY", types("INT", "INT"), 3, 4)).isEqualTo(12L);
    assertThat(call("MULTIPLY", types("BIGINT", "BIGINT"), 3L, 4L)).isEqualTo(12L);
  }

  @Test
  void explodesArgumentsOfEveryType() {
    StructValue struct = new StructValue(WITH_A, "bar");
    BigDecimal decimal = new BigDecimal("123.4560000000");
    String[] kinds = {
      "INT", "BIGINT", "DOUBLE", "BOOLEAN", "STRING", "DECIMAL(20, 10)", "STRUCT<A VARCHAR>"
    };
    Object[] values = {1, 2L, 3.1, true, "foo", decimal, struct};
    List<String> expected =
        List.of("1", "2", "3.1", "true", "foo", "123.4560000000", "Struct{A=bar}");
    assertThat(table(types(kinds), values)).isEqualTo(expected);
    assertThat(table(types(wrapped("ARRAY<%s>", kinds)), mapped(values, List::of)))
        .isEqualTo(expected);
    assertThat(table(types(wrapped("MAP<STRING, %s>", kinds)), mapped(values, v -> Map.of("k", v))))
        .isEqualTo(expected);
    Object[] byNumber = mapped(values, v -> Map.of("k", v));
    byNumber[0] = Map.of(1L, 1);
    String[] kindsByNumber = wrapped("MAP<STRING, %s>", kinds);
    kindsByNumber[0] = "MAP<BIGINT, INT>";
    assertThat(table(types(kindsByNumber), byNumber)).isEqualTo(expected);
    assertThat(table(types("STRUCT<A VARCHAR>"), struct)).isEqualTo(List.of(struct));
    assertThat(table(types("DECIMAL(4, 1)"), new BigDecimal("1.5")))
        .isEqualTo(List.of(new BigDecimal("1.5000000000")));
  }

  private static String[] wrapped(String format, String... kinds) {
    return Arrays.stream(kinds).map(format::formatted).toArray(String[]::new);
  }

  private static Object[] mapped(
      Object[] values, java.util.function.Function<Object, Object> change) {
    return Arrays.stream(values).map(change).toArray();
  }

  private static Object aggregate(
      String name, List<SqlArgument> columns, List<Object> literals, Object[]... rows) {
    return aggregate(name, columns, literals, Map.of(), rows);
  }

  private static Object aggregate(
      String name,
      List<SqlArgument> columns,
      List<Object> literals,
      Map<String, ?> config,
      Object[]... rows) {
    AggregateFunction function = REGISTRY.requireAggregate(Identifier.of(name));
    List<AggregateArgument> arguments = new ArrayList<>();
    columns.forEach(type -> arguments.add(AggregateArgument.column(type)));
    for (Object literal : literals) {
      SqlType type = literal instanceof Integer ? SqlTypes.INTEGER : SqlTypes.STRING;
      arguments.add(AggregateArgument.literal(SqlArgument.of(type), literal));
    }
    ResolvedAggregate resolved = function.resolve(Span.NONE, arguments);
    AggregateCall call = function.bind(resolved, config);
    Object state = call.initialize();
    for (Object[] row : rows) {
      state = call.aggregate(row, state);
    }
    return call.map(state);
  }

  private static Object[] row(Object... values) {
    return values;
  }

  @Test
  void sumsByTheOverloadOfTheArgument() {
    Map<String, String> config = Map.of("ksql.functions.test_udaf.init", "100");
    assertThat(aggregate("TEST_UDAF", types("INT"), List.of(), config, row(1), row(2)))
        .isEqualTo(103L);
    assertThat(aggregate("TEST_UDAF", types("DOUBLE"), List.of(), row(1.5))).isEqualTo(1.5);
    assertThat(
            aggregate("TEST_UDAF", types("DECIMAL(2, 1)"), List.of(), row(new BigDecimal("1.5"))))
        .isEqualTo(1.5);
    assertThat(aggregate("TEST_UDAF", types("STRING"), List.of("foo"), row("abcd"))).isEqualTo(7L);
    SqlStruct type = (SqlStruct) TypeText.parse("STRUCT<A INTEGER, B INTEGER>");
    assertThat(
            aggregate(
                "TEST_UDAF",
                List.of(SqlArgument.of(type)),
                List.of(),
                row(new StructValue(type, 1, 2)),
                row(new StructValue(type, 3, 4))))
        .isEqualTo(new StructValue(type, 4, 6));
  }

  @Test
  void takesVariadicColumnsAndLiterals() {
    assertThat(
            aggregate(
                "VAR_ARG",
                types("BIGINT", "STRING", "STRING"),
                List.of(),
                row(1L, "a", null),
                row(null, "bc", "d")))
        .isEqualTo(5L);
    assertThat(aggregate("MID_VAR_ARG", types("BIGINT", "STRING"), List.of(10, 20), row(1L, "abc")))
        .isEqualTo(34L);
    assertThat(
            aggregate(
                "MULTI_ARG",
                types("BIGINT", "STRING"),
                List.of(5, "10", "20", "3"),
                row(1L, "abc")))
        .isEqualTo(14L);
    assertThat(
            aggregate(
                "FOUR_ARG",
                types("BIGINT", "STRING", "STRING", "STRING"),
                List.of(5),
                row(1L, "a", "b", "c")))
        .isEqualTo(9L);
    assertThat(
            aggregate(
                "FIVE_ARG",
                types("BIGINT", "STRING", "STRING", "STRING", "INT"),
                List.of(5, "x"),
                row(1L, "a", "b", "c", 7)))
        .isEqualTo(17L);
    assertThatThrownBy(() -> aggregate("MULTI_ARG", types("BIGINT", "STRING"), List.of()))
        .isInstanceOf(DiagnosticException.class);
    assertThatThrownBy(() -> aggregate("VAR_ARG", types("BIGINT", "INT"), List.of()))
        .isInstanceOf(DiagnosticException.class);
  }

  @Test
  void takesColumnsOfAnyTypes() {
    assertThat(
            aggregate(
                "GENERIC_VAR_ARG",
                types("DOUBLE", "BOOLEAN", "DATE", "DATE"),
                List.of(),
                row(1.0, true, new java.sql.Date(0), new java.sql.Date(0)),
                row(2.0, true, new java.sql.Date(0), null)))
        .isEqualTo(List.of(1.0));
    assertThat(aggregate("GENERIC_VAR_ARG", types("INT", "BOOLEAN"), List.of(), row(1, true)))
        .isEqualTo(List.of(1));
    assertThat(
            aggregate(
                "OBJ_COL_ARG",
                types("INT", "DECIMAL(2, 1)", "DECIMAL(4, 2)", "MAP<STRING, INT>"),
                List.of(),
                row(1, BigDecimal.ONE, BigDecimal.ONE, Map.of()),
                row(2, null, BigDecimal.ONE, Map.of())))
        .isEqualTo(List.of(1));
  }
}
