package io.confluent.ksql.planner.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlLambda;
import io.confluent.ksql.schema.ksql.types.SqlLambdaResolved;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FunctionRegistryTest {
  private static final FunctionRegistry REGISTRY =
      FunctionRegistry.builder()
          .builtIn(
              TestFunctions.Which.class,
              TestFunctions.Structs.class,
              TestFunctions.Typed.class,
              TestFunctions.Faulty.class,
              TestFunctions.Twins.class,
              TestFunctions.SecondWhich.class,
              TestFunctions.NoName.class,
              TestFunctions.Failing.class,
              TestFunctions.Letters.class,
              TestFunctions.Total.class)
          .build();
  private static final SqlStruct WITH_A = SqlTypes.struct().field("A", SqlTypes.STRING).build();
  private static final Span HERE = new Span(7, 5);

  private static ScalarFunction scalar(String name) {
    return REGISTRY.requireScalar(Identifier.of(name));
  }

  private static List<SqlArgument> types(SqlType... types) {
    return Arrays.stream(types).map(SqlArgument::of).toList();
  }

  private static Object call(ScalarFunction function, List<SqlArgument> types, Object... values) {
    return function.bind(function.resolve(HERE, types).signature(), Map.of()).call(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER, STRING | which(INTEGER a, STRING b)",
        "BIGINT, STRING | which(BIGINT a, STRING b)",
        "BIGINT, null | which(BIGINT a, STRING b)",
        "INTEGER, null | which(INTEGER a, STRING b)",
        "BIGINT, BIGINT, null | which(BIGINT a, BIGINT b, STRING c)",
        "BIGINT, BIGINT, BIGINT | which(BIGINT... all)",
        "BIGINT | which(BIGINT... all)",
        "BOOLEAN, BOOLEAN | which(T a, T b)",
        "BOOLEAN, DOUBLE | which(OBJECT... all)",
        "INTEGER, BIGINT, STRING | which(OBJECT... all)",
        "DATE | which(OBJECT... all)",
      })
  void choosesTheMostSpecificOverload(String arguments, String chosen) {
    List<SqlArgument> types =
        Arrays.stream(arguments.split(", "))
            .map(name -> name.equals("null") ? null : TypeText.parse(name))
            .map(SqlArgument::of)
            .toList();
    ScalarFunction which = scalar("which");
    FunctionSignature signature = which.resolve(HERE, types).signature();
    assertThat(which.overloads())
        .filteredOn(signature::isOf)
        .singleElement()
        .extracting(overload -> overload.callText("which"))
        .isEqualTo(chosen);
  }

  @Test
  void passesVariadicArgumentsTogether() {
    List<SqlArgument> three = types(SqlTypes.BIGINT, SqlTypes.BIGINT, SqlTypes.BIGINT);
    assertThat(call(scalar("which"), three, 1L, 2L, 3L)).isEqualTo("longs3");
    assertThat(call(scalar("which"), types(SqlTypes.DATE), new Object[1])).isEqualTo("anything1");
    assertThatThrownBy(() -> call(scalar("which"), three, 1L, null, 3L))
        .isInstanceOf(KsqlFunctionException.class);
  }

  @Test
  void coercesWholeNumbersToDecimals() {
    ResolvedCall call = scalar("typed").resolve(HERE, types(SqlTypes.BIGINT));
    assertThat(call.arguments()).isEqualTo(types(SqlDecimal.of(19, 0)));
  }

  @Test
  void givesDecimalsTheScaleOfTheirType() {
    ScalarFunction typed = scalar("typed");
    List<SqlArgument> decimal = types(SqlTypes.decimal(4, 1));
    assertThat(typed.resolve(HERE, decimal).returnType()).isEqualTo(SqlTypes.decimal(9, 3));
    assertThat(call(typed, decimal, new BigDecimal("1.5"))).isEqualTo(new BigDecimal("0.750"));
  }

  @Test
  void refusesAComputedTypeThatContradictsTheMethod() {
    assertThatThrownBy(() -> scalar("typed").resolve(HERE, types(SqlTypes.STRING)))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("INTEGER");
  }

  @Test
  void showsAFunctionOnlyItsOwnAndTheGlobalSettings() {
    Map<String, Object> config =
        Map.of(
            "ksql.functions.typed.x", 1,
            "ksql.functions.typed2.x", 2,
            "ksql.functions._global_.y", 3,
            "bootstrap.servers", "secret");
    ScalarFunction typed = scalar("typed");
    FunctionSignature signature = typed.resolve(HERE, types(SqlTypes.BOOLEAN)).signature();
    assertThat((String) typed.bind(signature, config).call(new Object[] {true}))
        .contains("ksql.functions.typed.x=1", "ksql.functions._global_.y=3")
        .doesNotContain("typed2", "secret");
  }

  @Test
  void leavesNullOutOfStrictAndPrimitiveCalls() {
    ScalarFunction typed = scalar("typed");
    List<SqlArgument> two = types(SqlTypes.INTEGER, SqlTypes.INTEGER);
    assertThat(typed.resolve(HERE, two).strict()).isTrue();
    assertThat(call(typed, two, 1, null)).isNull();
    assertThat(call(typed, two, 1, 2)).isEqualTo("called");
    List<SqlArgument> one = types(SqlTypes.INTEGER);
    assertThat(call(typed, one, 5)).isEqualTo(5);
    assertThatThrownBy(() -> call(typed, one, new Object[] {null}))
        .isInstanceOf(KsqlFunctionException.class)
        .hasMessageContaining("NULL");
  }

  @Test
  void takesAndGivesJavaArraysAsLists() {
    ScalarFunction typed = scalar("typed");
    assertThat(call(typed, types(SqlTypes.array(SqlTypes.DOUBLE)), List.of(1.0, 2.0)))
        .isEqualTo(Arrays.asList("2 numbers", null));
  }

  @Test
  void makesANewObjectForEveryUse() {
    ScalarFunction typed = scalar("typed");
    FunctionSignature signature = typed.resolve(HERE, types(SqlTypes.BOOLEAN)).signature();
    ScalarCall configured = typed.bind(signature, Map.of("ksql.functions.typed.a", 1));
    ScalarCall plain = typed.bind(signature, Map.of());
    assertThat(configured.call(new Object[] {true})).isEqualTo("{ksql.functions.typed.a=1}");
    assertThat(plain.call(new Object[] {true})).isEqualTo("{}");
  }

  @Test
  void convertsStructs() {
    ScalarFunction structs = scalar("structs");
    StructValue made = (StructValue) call(structs, types(SqlTypes.STRING), "x");
    assertThat(made).isEqualTo(new StructValue(WITH_A, "x"));
    assertThat(call(structs, types(WITH_A), made)).isEqualTo("x");
    assertThat(call(structs, types(SqlTypes.array(WITH_A)), List.of(made, made))).isEqualTo("xx");
    SqlStruct other = SqlTypes.struct().field("B", SqlTypes.STRING).build();
    assertThatThrownBy(() -> structs.resolve(HERE, types(other)))
        .isInstanceOf(DiagnosticException.class);
  }

  @Test
  void typesAndConvertsLambdas() {
    ScalarFunction structs = scalar("structs");
    SqlArgument map = SqlArgument.of(SqlTypes.map(SqlTypes.INTEGER, WITH_A));
    List<SqlArgument> untyped = List.of(map, SqlArgument.of(SqlLambda.of(1)));
    assertThatThrownBy(
            () -> structs.lambdaInputs(HERE, List.of(map, SqlArgument.of(SqlLambda.of(2)))))
        .isInstanceOf(DiagnosticException.class);
    List<SqlArgument> typed =
        List.of(map, SqlArgument.of(SqlLambdaResolved.of(List.of(WITH_A), SqlTypes.STRING)));
    assertThat(structs.overloads()).hasSize(4);
    assertThat(structs.resolve(HERE, typed).returnType())
        .isEqualTo(SqlTypes.array(SqlTypes.STRING));
    Function<Object, Object> lambda = struct -> ((StructValue) struct).value(0) + "!";
    assertThat(call(structs, typed, Map.of(1, new StructValue(WITH_A, "x")), lambda))
        .isEqualTo(List.of("x!"));
    assertThat(structs.resolve(HERE, untyped).arguments().get(1).getSqlLambda()).isPresent();
  }

  @Test
  void explodes() {
    TableFunction letters = REGISTRY.requireTable(Identifier.of("LETTERS"));
    ResolvedCall call = letters.resolve(HERE, types(SqlTypes.STRING));
    assertThat(call.returnType()).isEqualTo(SqlTypes.STRING);
    TableCall bound = letters.bind(call.signature(), Map.of());
    assertThat(bound.call(new Object[] {"ab"})).isEqualTo(List.of("a", "b"));
    assertThat(bound.call(new Object[] {null})).isEmpty();
  }

  @Test
  void givesExplodedDecimalsTheScaleOfTheirType() {
    TableFunction letters = REGISTRY.requireTable(Identifier.of("LETTERS"));
    ResolvedCall call = letters.resolve(HERE, types(SqlTypes.decimal(2, 1)));
    assertThat(call.returnType()).isEqualTo(SqlTypes.decimal(5, 2));
    assertThat(letters.bind(call.signature(), Map.of()).call(new Object[] {new BigDecimal("1.5")}))
        .isEqualTo(List.of(new BigDecimal("1.50"), new BigDecimal("1.00")));
  }

  private static AggregateFunction total() {
    return REGISTRY.requireAggregate(Identifier.of("total"));
  }

  private static AggregateArgument column(SqlType type) {
    return AggregateArgument.column(SqlArgument.of(type));
  }

  private static AggregateArgument literal(SqlType type, Object value) {
    return AggregateArgument.literal(SqlArgument.of(type), value);
  }

  @Test
  void aggregatesWithLiterals() {
    ResolvedAggregate call =
        total()
            .resolve(
                HERE,
                List.of(
                    column(SqlTypes.INTEGER),
                    literal(SqlTypes.INTEGER, 10),
                    literal(SqlTypes.STRING, "x"),
                    literal(SqlTypes.STRING, "y")));
    assertThat(call.columns()).isEqualTo(1);
    assertThat(call.literals()).isEqualTo(List.of(10L, "x", "y"));
    assertThat(call.arguments().get(0)).isEqualTo(SqlArgument.of(SqlTypes.BIGINT));
    assertThat(call.supportsUndo()).isTrue();
    AggregateCall bound = total().bind(call, Map.of("ksql.functions.total.a", 1));
    Object state = bound.aggregate(new Object[] {5L}, bound.initialize());
    assertThat(bound.map(state)).isEqualTo(18L);
    assertThat(bound.undo(new Object[] {1L}, state)).isEqualTo(17L);
    assertThat(bound.merge(state, 2L)).isEqualTo(20L);
  }

  @Test
  void aggregatesStructs() {
    SqlStruct type = SqlTypes.struct().field("A", SqlTypes.INTEGER).build();
    ResolvedAggregate call = total().resolve(HERE, List.of(column(type)));
    assertThat(call.intermediateType()).isEqualTo(type);
    assertThat(call.supportsUndo()).isFalse();
    AggregateCall bound = total().bind(call, Map.of());
    Object state = bound.initialize();
    state = bound.aggregate(new Object[] {new StructValue(type, 2)}, state);
    state = bound.aggregate(new Object[] {new StructValue(type, 3)}, state);
    assertThat(bound.map(state)).isEqualTo(new StructValue(type, 5));
    Object last = state;
    assertThatThrownBy(() -> bound.undo(new Object[] {last}, last))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aggregatesSeveralColumns() {
    List<AggregateArgument> arguments =
        List.of(
            column(SqlTypes.STRING),
            column(SqlTypes.DATE),
            column(SqlTypes.BOOLEAN),
            column(SqlTypes.INTEGER),
            literal(SqlTypes.STRING, "-"));
    ResolvedAggregate call = total().resolve(HERE, arguments);
    assertThat(call.columns()).isEqualTo(4);
    AggregateCall bound = total().bind(call, Map.of());
    Object state = bound.aggregate(new Object[] {"a", null, true, 4}, bound.initialize());
    assertThat(bound.map(state)).isEqualTo("a-null-true-4;");
    ResolvedAggregate fewest =
        total()
            .resolve(
                HERE,
                List.of(
                    column(SqlTypes.STRING),
                    column(SqlTypes.INTEGER),
                    literal(SqlTypes.STRING, "-")));
    AggregateCall small = total().bind(fewest, Map.of());
    assertThat(small.aggregate(new Object[] {"a", 4}, "")).isEqualTo("a-4;");
  }

  @Test
  void refusesAColumnWhereALiteralIsWanted() {
    assertThatThrownBy(
            () -> total().resolve(HERE, List.of(column(SqlTypes.BIGINT), column(SqlTypes.BIGINT))))
        .hasMessageContaining("must be a literal");
  }

  @Test
  void findsAStoredSignatureAgain() {
    ScalarFunction which = scalar("which");
    FunctionSignature signature =
        which.resolve(HERE, types(SqlTypes.BIGINT, SqlTypes.STRING)).signature();
    FunctionSignature stored =
        new FunctionSignature(
            "WHICH",
            signature.parameters().stream()
                .map(Object::toString)
                .map(ParameterType::parse)
                .toList(),
            signature.variadic(),
            signature.returns());
    assertThat(
            ((ScalarFunction) REGISTRY.require(stored)).bind(stored, Map.of()).call(new Object[2]))
        .isEqualTo("long,text");
    FunctionSignature lost =
        new FunctionSignature("which", List.of(ParameterType.parse("TIME")), -1, SqlTypes.STRING);
    assertThatThrownBy(() -> which.bind(lost, Map.of())).hasMessageContaining("no longer");
  }

  @Test
  void namesTheNearestFunction() {
    Identifier misspelt = new Identifier("WICH", HERE, false);
    assertThatThrownBy(() -> REGISTRY.require(misspelt))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> {
              assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.FUNCTION_NOT_FOUND);
              assertThat(e.diagnostic().span()).isEqualTo(HERE);
              assertThat(e.diagnostic().hint()).contains("Did you mean Which?");
            });
    assertThatThrownBy(() -> REGISTRY.requireScalar(Identifier.of("TOTAL")))
        .hasMessageContaining("not a scalar function");
  }

  @Test
  void listsTheOverloadsWhenNoneFits() {
    List<SqlArgument> dates = types(SqlTypes.DATE, SqlTypes.DATE);
    assertThatThrownBy(() -> scalar("typed").resolve(HERE, dates))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> {
              assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.FUNCTION_ARGUMENTS);
              assertThat(e.getMessage()).contains("(DATE, DATE)");
              assertThat(e.diagnostic().notes())
                  .contains("It accepts typed(INTEGER number, INTEGER other)")
                  .contains("It accepts typed(DECIMAL number)");
            });
  }

  @Test
  void describesFunctions() {
    FunctionDescription about = scalar("typed").about();
    assertThat(about.version()).isEqualTo("2");
    assertThat(about.origin()).isEqualTo("internal");
    assertThat(about.category()).isEqualTo("OTHER");
    assertThat(REGISTRY.all())
        .extracting(SqlFunction::name)
        .containsExactly("faulty", "letters", "structs", "total", "typed", "Which");
  }

  @Test
  void rejectsWhatCannotBeLoadedAndKeepsTheRest() {
    assertThat(scalar("faulty").overloads()).hasSize(1);
    String faulty = TestFunctions.Faulty.class.getName();
    assertThat(REGISTRY.rejected())
        .extracting(RejectedFunction::place)
        .containsExactlyInAnyOrder(
            faulty + ".unknownType",
            faulty + ".noSchema",
            faulty + ".noProvider",
            faulty + ".unmarkedProvider",
            TestFunctions.Twins.class.getName(),
            TestFunctions.SecondWhich.class.getName(),
            TestFunctions.NoName.class.getName(),
            TestFunctions.Failing.class.getName(),
            TestFunctions.Letters.class.getName() + ".noList",
            TestFunctions.Total.class.getName() + ".instance",
            TestFunctions.Total.class.getName() + ".notUdaf");
    assertThat(REGISTRY.rejected())
        .extracting(RejectedFunction::reason)
        .anyMatch(reason -> reason.contains("java.lang.Thread"))
        .anyMatch(reason -> reason.contains("@UdfSchemaProvider"))
        .anyMatch(reason -> reason.contains("already"))
        .anyMatch(reason -> reason.contains("not today"));
  }

  @Test
  void writesThePageOfFunctions() {
    assertThat(FunctionDocs.markdown(List.of(scalar("which"), scalar("faulty"))))
        .startsWith("# Functions\n\n## OTHER\n\n### WHICH\n\nSays which overload was called.\n")
        .contains("WHICH(INTEGER a, STRING b) -> STRING\n")
        .contains("### FAULTY");
  }
}
