package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.Arithmetic;
import io.confluent.ksql.parser.ast.ArithmeticOperator;
import io.confluent.ksql.parser.ast.ArrayType;
import io.confluent.ksql.parser.ast.ColumnReference;
import io.confluent.ksql.parser.ast.Comparison;
import io.confluent.ksql.parser.ast.ComparisonOperator;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.FunctionCall;
import io.confluent.ksql.parser.ast.IntervalUnit;
import io.confluent.ksql.parser.ast.IsNull;
import io.confluent.ksql.parser.ast.LambdaExpression;
import io.confluent.ksql.parser.ast.Like;
import io.confluent.ksql.parser.ast.Literal;
import io.confluent.ksql.parser.ast.MapType;
import io.confluent.ksql.parser.ast.NamedType;
import io.confluent.ksql.parser.ast.Negation;
import io.confluent.ksql.parser.ast.Not;
import io.confluent.ksql.parser.ast.StructType;
import io.confluent.ksql.parser.ast.TypeName;
import io.confluent.ksql.parser.format.ExpressionFormatter;
import io.confluent.ksql.parser.format.TypeFormatter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {
  private static Object literal(String sql) {
    return ((Literal) SqlParser.parseExpression(sql)).value();
  }

  private static String written(String sql) {
    return ExpressionFormatter.format(SqlParser.parseExpression(sql));
  }

  @Test
  void numbersHaveTheTypeOfTheirText() {
    assertThat(literal("123")).isEqualTo(123);
    assertThat(literal("2147483647")).isEqualTo(2147483647);
    assertThat(literal("2147483648")).isEqualTo(2147483648L);
    assertThat(literal("-2147483648")).isEqualTo(-2147483648);
    assertThat(literal("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(literal("1.50")).isEqualTo(new BigDecimal("1.50"));
    assertThat(literal(".5")).isEqualTo(new BigDecimal("0.5"));
    assertThat(literal("1.")).isEqualTo(new BigDecimal("1"));
    assertThat(literal("- 1.0")).isEqualTo(new BigDecimal("-1.0"));
    assertThat(literal("+7")).isEqualTo(7);
    assertThat(literal("1E3")).isEqualTo(1000.0);
    assertThat(literal("-1.5e-2")).isEqualTo(-0.015);
    assertThat(literal(".5E1")).isEqualTo(5.0);
    assertThat(literal("DECIMAL '1.50'")).isEqualTo(new BigDecimal("1.50"));
    assertThat(literal("-decimal '-2.'")).isEqualTo(new BigDecimal("2"));
  }

  @Test
  void otherConstants() {
    assertThat(literal("TRUE")).isEqualTo(true);
    assertThat(literal("false")).isEqualTo(false);
    assertThat(literal("null")).isNull();
    assertThat(literal("'it''s -- /* \\ \"'")).isEqualTo("it's -- /* \\ \"");
    assertThat(literal("''")).isEqualTo("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "1 + 2 * 3 ; 1 + 2 * 3",
        "(1 + 2) * 3 ; (1 + 2) * 3",
        "a - (b - c) ; A - (B - C)",
        "(a - b) - c ; A - B - C",
        "a / b % c ; A / B % C",
        "-a * -b ; -A * -B",
        "-(-a) ; -(-A)",
        "- -5 ; -(-5)",
        "-(5) ; -(5)",
        "+a ; A",
        "(-5)->x ; (-5)->X",
        "-5->x ; -5->X",
        "a or b and not c = d ; A OR B AND NOT C = D",
        "(a or b) and c ; (A OR B) AND C",
        "a or (b or c) ; A OR (B OR C)",
        "not (a and b) ; NOT (A AND B)",
        "not not a ; NOT NOT A",
        "not a like 'x' ; A NOT LIKE 'x'",
        "not (a = b) ; NOT A = B",
        "(a = b) = c ; (A = B) = C",
        "a != b ; A <> B",
        "a is distinct from b + 1 ; A IS DISTINCT FROM B + 1",
        "a IS NOT DISTINCT FROM NULL ; A IS NOT DISTINCT FROM NULL",
        "a between 1 and b and c ; A BETWEEN 1 AND B AND C",
        "a not between 1 and 2 ; A NOT BETWEEN 1 AND 2",
        "a in (1,2) ; A IN (1, 2)",
        "a not in ('x') ; A NOT IN ('x')",
        "a like 'x!%' escape '!' ; A LIKE 'x!%' ESCAPE '!'",
        "a is null ; A IS NULL",
        "a is not null ; A IS NOT NULL",
        "(a is null) is null ; (A IS NULL) IS NULL",
        "a || b || 'c' ; CONCAT(CONCAT(A, B), 'c')",
        "a || b + c ; CONCAT(A, B + C)",
        "case when a then 1 when b then 2 else 3 end ; CASE WHEN A THEN 1 WHEN B THEN 2 ELSE 3 END",
        "case a when 1 then 'x' end ; CASE A WHEN 1 THEN 'x' END",
        "cast (a as decimal(4,2)) ; CAST(A AS DECIMAL(4, 2))",
        "array[] ; ARRAY[]",
        "array[1,a][2] ; ARRAY[1, A][2]",
        "map('k':=1,'l':=2)['k'] ; MAP('k' := 1, 'l' := 2)['k']",
        "struct(a:=1,`b`:=2)->`b` ; STRUCT(A := 1, `b` := 2)->`b`",
        "map() ; MAP()",
        "struct() ; STRUCT()",
        "`map`() ; `map`()",
        "\"MAP\"() ; `MAP`()",
        "count(*) ; COUNT()",
        "now() ; NOW()",
        "c.owner_id = u.user_id ; C.OWNER_ID = U.USER_ID",
        "\"a.b\".\"c\"\"d\" ; `a.b`.`c\"d`",
        "`a``b` ; `a``b`",
        "1abc ; `1ABC`",
        "a@b ; `A@B`",
        "`FROM` ; `FROM`",
        "dateadd(days, 1, d) ; DATEADD(DAYS, 1, D)",
        "f(millisecond, seconds) ; F(MILLISECONDS, SECONDS)",
        "transform(a, x => x + 1) ; TRANSFORM(A, X => X + 1)",
        "transform(a, (x) => x) ; TRANSFORM(A, X => X)",
        "f(m, (k, v) => k || v, (a)) ; F(M, (K, V) => CONCAT(K, V), A)",
        "1 = 1 -- comment ; 1 = 1",
        "1 /* x ' */ = /**/ 1 ; 1 = 1",
      })
  void readsAndWrites(String sql, String formatted) {
    assertThat(written(sql)).isEqualTo(formatted);
    assertThat(Shape.of(SqlParser.parseExpression(formatted)))
        .isEqualTo(Shape.of(SqlParser.parseExpression(sql)));
  }

  @Test
  void bindsAsInArithmetic() {
    Arithmetic sum = (Arithmetic) SqlParser.parseExpression("a - b * c - d");

    assertThat(sum.operator()).isEqualTo(ArithmeticOperator.SUBTRACT);
    Arithmetic left = (Arithmetic) sum.left();
    assertThat(left.operator()).isEqualTo(ArithmeticOperator.SUBTRACT);
    assertThat(((Arithmetic) left.right()).operator()).isEqualTo(ArithmeticOperator.MULTIPLY);
    assertThat(sum.right()).isInstanceOf(ColumnReference.class);
  }

  @ParameterizedTest
  @EnumSource(ComparisonOperator.class)
  void compares(ComparisonOperator operator) {
    Comparison comparison = (Comparison) SqlParser.parseExpression("a " + operator.symbol() + " b");

    assertThat(comparison.operator()).isEqualTo(operator);
    assertThat(comparison.left().toString()).contains("name=A");
    assertThat(comparison.right().toString()).contains("name=B");
  }

  @ParameterizedTest
  @EnumSource(ArithmeticOperator.class)
  void computes(ArithmeticOperator operator) {
    Arithmetic arithmetic = (Arithmetic) SqlParser.parseExpression("a" + operator.symbol() + "b");

    assertThat(arithmetic.operator()).isEqualTo(operator);
  }

  @Test
  void operatorsCanTouchTheirOperands() {
    assertThat(written("Anomaly >1.3")).isEqualTo("ANOMALY > 1.3");
    assertThat(written("a>-1")).isEqualTo("A > -1");
    assertThat(written("a<>b")).isEqualTo("A <> B");
    assertThat(written("a->b<-c")).isEqualTo("A->B < -C");
  }

  @Test
  void negatedFormsAreNotAroundThePlainOnes() {
    Not notLike = (Not) SqlParser.parseExpression("a NOT LIKE '%x' ESCAPE '!'");
    assertThat(((Like) notLike.operand()).escape()).contains("!");
    assertThat(notLike.span()).isEqualTo(notLike.operand().span());
    assertThat(((Not) SqlParser.parseExpression("a IS NOT NULL")).operand())
        .isInstanceOf(IsNull.class);
  }

  @Test
  void lambdasHaveParametersAndABody() {
    FunctionCall call = (FunctionCall) SqlParser.parseExpression("reduce(m, 0, (s, X) => s + x)");

    assertThat(call.name()).isEqualTo(Identifier.of("REDUCE"));
    LambdaExpression lambda = (LambdaExpression) call.arguments().get(2);
    assertThat(lambda.parameters()).isEqualTo(List.of(Identifier.of("S"), Identifier.of("X")));
    assertThat(lambda.body()).isInstanceOf(Arithmetic.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = TimeUnit.class,
      names = {"MILLISECONDS", "SECONDS", "MINUTES", "HOURS", "DAYS"})
  void unitsAreArguments(TimeUnit unit) {
    FunctionCall call = (FunctionCall) SqlParser.parseExpression("f(" + unit + ")");

    assertThat(((IntervalUnit) call.arguments().get(0)).unit()).isEqualTo(unit);
  }

  @Test
  void singularUnitsAreColumnsForAllTheParserKnows() {
    FunctionCall call = (FunctionCall) SqlParser.parseExpression("f(day, hour)");

    assertThat(call.arguments()).allMatch(ColumnReference.class::isInstance);
  }

  @Test
  void everyPartKnowsItsPlace() {
    Comparison comparison = (Comparison) SqlParser.parseExpression(" ( a+ b ) = -1 ");

    assertThat(comparison.span()).isEqualTo(new Span(1, 13));
    assertThat(comparison.left().span()).isEqualTo(new Span(3, 4));
    assertThat(comparison.right().span()).isEqualTo(new Span(12, 2));
    Negation negation = (Negation) SqlParser.parseExpression("-a");
    assertThat(negation.operand().span()).isEqualTo(new Span(1, 1));
  }

  @Test
  void placesCountCharsAlsoAfterSymbolsOfTwo() {
    Comparison comparison = (Comparison) SqlParser.parseExpression("'😀' = '😀' ");

    assertThat(comparison.right().span()).isEqualTo(new Span(7, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INTEGER",
        "LONG",
        "BOOL",
        "DECIMAL(10, 0)",
        "DECIMAL",
        "ARRAY<MAP<STRING, STRUCT<A INT, `b` ARRAY<INT>>>>",
        "STRUCT<>",
        "`my type`",
        "VARCHAR(255)",
        "TIMESTAMP"
      })
  void readsAndWritesTypes(String sql) {
    assertThat(TypeFormatter.format(SqlParser.parseType(sql))).isEqualTo(sql);
  }

  @Test
  void typesAreTrees() {
    assertThat(type("array<int>")).isInstanceOf(ArrayType.class);
    assertThat(type("int array array").toString()).contains("ArrayType").contains("name=INT");
    assertThat(((MapType) type("map<string, int>")).key()).isInstanceOf(NamedType.class);
    assertThat(((StructType) type("struct<a int, a int>")).fields()).hasSize(2);
    assertThat(((StructType) type("struct< >")).fields()).isEmpty();
    assertThat(((NamedType) type("decimal(3,1)")).parameters()).containsExactly(3, 1);
    assertThat(((NamedType) type("varchar(string)")).parameters()).isEmpty();
  }

  private static TypeName type(String sql) {
    return SqlParser.parseType(sql);
  }

  @Test
  void formatsWhatWasMadeByHand() {
    Expression column =
        new ColumnReference(Span.NONE, Optional.of(Identifier.of("s")), Identifier.of("LIMIT"));

    assertThat(ExpressionFormatter.format(column)).isEqualTo("`s`.`LIMIT`");
    assertThat(ExpressionFormatter.format(new Literal(Span.NONE, 1.0))).isEqualTo("1.0E0");
    assertThat(ExpressionFormatter.format(new Literal(Span.NONE, BigDecimal.TEN))).isEqualTo("10.");
  }
}
