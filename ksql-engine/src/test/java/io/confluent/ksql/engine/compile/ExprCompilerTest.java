package io.confluent.ksql.engine.compile;

import static io.confluent.ksql.engine.compile.Evaluation.constant;
import static io.confluent.ksql.engine.compile.Evaluation.function;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.BIGINT;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.BOOLEAN;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.INTEGER;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.STRING;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.execution.codegen.helpers.TriFunction;
import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Case;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Lambda;
import io.confluent.ksql.planner.expr.LambdaArgument;
import io.confluent.ksql.planner.expr.Logical;
import io.confluent.ksql.planner.expr.MakeStruct;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.function.ScalarCall;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExprCompilerTest {
  private static final Expr TRUE = constant(true, BOOLEAN);
  private static final Expr FALSE = constant(false, BOOLEAN);
  private static final Expr UNKNOWN = ColumnRef.value(0, "B", BOOLEAN);
  private static final Expr BOOM = function("BOOM", INTEGER);
  private static final Map<String, ScalarCall> FUNCTIONS =
      Map.of(
          "BOOM",
          arguments -> {
            throw new IllegalStateException("boom");
          },
          "ORZERO",
          arguments -> arguments[0] == null ? 0 : arguments[0],
          "MAPPED",
          arguments -> mapped((List<?>) arguments[0], arguments[1]));

  @SuppressWarnings("unchecked")
  private static List<Object> mapped(List<?> items, Object lambda) {
    List<Object> result = new ArrayList<>();
    for (Object item : items) {
      result.add(((Function<Object, Object>) lambda).apply(item));
    }
    return result;
  }

  private static Evaluation evaluation(Object... columns) {
    return new Evaluation(FUNCTIONS, columns);
  }

  @Test
  void readsEverySideOfARow() {
    Evaluation row = evaluation("v0", "v1");
    assertThat(row.evaluate(ColumnRef.key(1, "K", STRING))).isEqualTo("key1");
    assertThat(row.evaluate(ColumnRef.value(1, "V", STRING))).isEqualTo("v1");
    assertThat(row.evaluate(ColumnRef.pseudo(ColumnRef.Side.TIME, "ROWTIME"))).isEqualTo(100L);
    assertThat(row.evaluate(ColumnRef.pseudo(ColumnRef.Side.WINDOW_START, "S"))).isEqualTo(10L);
    assertThat(row.evaluate(ColumnRef.pseudo(ColumnRef.Side.WINDOW_END, "E"))).isEqualTo(20L);
  }

  @Test
  void evaluatesConditionsNoFurtherThanNeeded() {
    Evaluation row = evaluation((Object) null);
    assertThat(row.evaluate(Logical.and(FALSE, UNKNOWN))).isEqualTo(false);
    assertThat(row.evaluate(Logical.or(TRUE, UNKNOWN))).isEqualTo(true);
    assertThat(row.evaluate(Logical.and(TRUE, TRUE))).isEqualTo(true);
    assertThat(row.evaluate(Logical.or(FALSE, FALSE))).isEqualTo(false);
    assertThat(row.evaluate(Logical.not(FALSE))).isEqualTo(true);
    for (Expr needsIt :
        List.of(Logical.and(TRUE, UNKNOWN), Logical.or(FALSE, UNKNOWN), Logical.not(UNKNOWN))) {
      assertThatThrownBy(() -> row.evaluate(needsIt)).isInstanceOf(EvaluationException.class);
    }
  }

  @Test
  void choosesTheFirstCaseThatHolds() {
    Expr choice =
        new Case(
            List.of(
                new Case.When(FALSE, BOOM),
                new Case.When(TRUE, constant(2, INTEGER)),
                new Case.When(TRUE, BOOM)),
            BOOM);
    assertThat(evaluation().evaluate(choice)).isEqualTo(2);
    Expr otherwise = new Case(List.of(new Case.When(FALSE, BOOM)), constant(null, INTEGER));
    assertThat(evaluation().evaluate(otherwise)).isNull();
  }

  @Test
  void makesFailingArgumentsNullAndSaysSo() {
    Expr quotient =
        Call.of(Operator.DIVIDE, INTEGER, ColumnRef.value(0, "A", INTEGER), constant(0, INTEGER));
    Evaluation row = evaluation(1);
    assertThat(row.evaluate(function("ORZERO", INTEGER, quotient))).isEqualTo(0);
    assertThat(row.evaluate(function("ORZERO", INTEGER, BOOM))).isEqualTo(0);
    assertThat(row.errors()).hasSize(2);
    assertThat(row.errors().get(0)).contains("Division by zero");
    assertThat(row.errors().get(1)).contains("boom");
  }

  @Test
  void makesFailingCastsNullAndGoesOn() {
    Expr bad = new Cast(ColumnRef.value(0, "A", STRING), INTEGER);
    Evaluation row = evaluation("x");
    assertThat(row.evaluate(function("ORZERO", INTEGER, bad))).isEqualTo(0);
    assertThat(row.evaluate(new Cast(BOOM, BIGINT))).isNull();
    assertThat(row.errors()).hasSize(2);
  }

  @Test
  void leavesErrorsOfTheWholeToTheCaller() {
    assertThatThrownBy(() -> evaluation().evaluate(BOOM)).hasMessage("boom");
    assertThatThrownBy(() -> evaluation().evaluate(Call.of(Operator.NEGATE, INTEGER, BOOM)))
        .hasMessage("boom");
  }

  @Test
  void makesFailingItemsOfConstructorsNull() {
    SqlStruct struct = SqlTypes.struct().field("A", INTEGER).field("B", STRING).build();
    Evaluation row = evaluation();
    assertThat(row.evaluate(new MakeStruct(struct, List.of(BOOM, constant("b", STRING)))))
        .isEqualTo(new StructValue(struct, null, "b"));
    assertThat(
            row.evaluate(Call.of(Operator.MAKE_ARRAY, array(INTEGER), BOOM, constant(1, INTEGER))))
        .isEqualTo(Arrays.asList(null, 1));
    assertThat(row.errors()).hasSize(2);
  }

  @Test
  void callsLambdasThatUseColumnsAndOtherLambdas() {
    LambdaArgument x = new LambdaArgument("X", INTEGER);
    LambdaArgument y = new LambdaArgument("Y", array(INTEGER));
    Expr inner =
        function(
            "MAPPED",
            array(INTEGER),
            y,
            new Lambda(
                List.of(x), Call.of(Operator.ADD, INTEGER, x, ColumnRef.value(1, "N", INTEGER))));
    Expr outer =
        function(
            "MAPPED",
            array(array(INTEGER)),
            ColumnRef.value(0, "A", array(array(INTEGER))),
            new Lambda(List.of(y), inner));

    assertThat(evaluation(List.of(List.of(1, 2), List.of(3)), 10).evaluate(outer))
        .isEqualTo(List.of(List.of(11, 12), List.of(13)));
  }

  @Test
  @SuppressWarnings("unchecked")
  void givesLambdasTheShapeOfTheirArguments() {
    List<LambdaArgument> names =
        List.of(
            new LambdaArgument("X", INTEGER),
            new LambdaArgument("Y", INTEGER),
            new LambdaArgument("Z", INTEGER));
    Expr difference = Call.of(Operator.SUBTRACT, INTEGER, names.get(0), names.get(1));
    Object two = evaluation().evaluate(new Lambda(names.subList(0, 2), difference));
    assertThat(((BiFunction<Object, Object, Object>) two).apply(5, 3)).isEqualTo(2);
    Object three =
        evaluation()
            .evaluate(
                new Lambda(names, Call.of(Operator.SUBTRACT, INTEGER, difference, names.get(2))));
    assertThat(((TriFunction<Object, Object, Object, Object>) three).apply(5, 3, 1)).isEqualTo(1);
  }

  @Test
  void computesConstantsOnceButCallsFunctionsEachTime() {
    AtomicInteger calls = new AtomicInteger();
    Evaluation row = new Evaluation(Map.of("NEXT", arguments -> calls.incrementAndGet()));
    Evaluator next = row.compile(function("NEXT", INTEGER));
    assertThat(next.evaluate(row.row())).isEqualTo(1);
    assertThat(next.evaluate(row.row())).isEqualTo(2);

    Expr constantArray =
        Call.of(
            Operator.SUBSCRIPT,
            array(INTEGER),
            Call.of(
                Operator.MAKE_ARRAY,
                array(array(INTEGER)),
                Call.of(Operator.MAKE_ARRAY, array(INTEGER), constant(1, INTEGER))),
            constant(1, INTEGER));
    Evaluator folded = row.compile(constantArray);
    assertThat(folded.evaluate(row.row())).isSameAs(folded.evaluate(row.row()));
  }

  @Test
  void reportsAConstantThatFailsForEachRow() {
    Evaluation row = evaluation();
    Evaluator bad =
        row.compile(function("ORZERO", INTEGER, new Cast(constant("x", STRING), INTEGER)));
    assertThat(row.errors()).isEmpty();
    bad.evaluate(row.row());
    bad.evaluate(row.row());
    assertThat(row.errors()).hasSize(2);
  }
}
