package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.IntervalUnit;
import io.confluent.ksql.parser.ast.LambdaExpression;
import io.confluent.ksql.parser.ast.Node;
import io.confluent.ksql.parser.ast.Not;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.ast.TypeName;
import io.confluent.ksql.parser.format.ExpressionFormatter;
import io.confluent.ksql.parser.format.StatementFormatter;
import io.confluent.ksql.parser.format.TypeFormatter;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {
  @Provide
  Arbitrary<Statement> statements() {
    return Arbitraries.randomValue(random -> new RandomStatements(random).statement());
  }

  @Provide
  Arbitrary<Expression> expressions() {
    return Arbitraries.randomValue(random -> new RandomExpressions(random).expression());
  }

  @Provide
  Arbitrary<TypeName> types() {
    return Arbitraries.randomValue(random -> new RandomExpressions(random).type(4));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void statementsAreWrittenAsTheyAreRead(@ForAll("statements") Statement statement) {
    String sql = StatementFormatter.format(statement);

    assertThat(Shape.of(SqlParser.parse(sql, Dialect.TOOLS)))
        .as(sql)
        .isEqualTo(Shape.of(statement));
  }

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void expressionsAreWrittenAsTheyAreRead(@ForAll("expressions") Expression expression) {
    String sql = ExpressionFormatter.format(expression);

    assertThat(Shape.of(SqlParser.parseExpression(sql))).as(sql).isEqualTo(Shape.of(expression));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void typesAreWrittenAsTheyAreRead(@ForAll("types") TypeName type) {
    String sql = TypeFormatter.format(type);

    assertThat(Shape.of(SqlParser.parseType(sql))).as(sql).isEqualTo(Shape.of(type));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void scriptsAreSplitIntoTheirStatements(
      @ForAll("statements") Statement first, @ForAll("statements") Statement second) {
    String one = StatementFormatter.format(first) + ";";
    String two = StatementFormatter.format(second) + ";";

    assertThat(SqlParser.split("-- it's;\n" + one + " /* ; */" + two + "\\\n"))
        .extracting(StatementText::text)
        .containsExactly(one, two);
    assertThat(SqlParser.isComplete(one)).isTrue();
    assertThat(SqlParser.isComplete(one + two.substring(0, two.length() - 1))).isFalse();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void spansCoverTheTextOfTheirParts(@ForAll("statements") Statement statement) {
    String sql = StatementFormatter.format(statement);
    Statement parsed = SqlParser.parse(sql, Dialect.TOOLS);
    Set<Node> insideNot = new HashSet<>();
    for (Node node : Shape.nodes(parsed)) {
      if (node instanceof Not not) {
        insideNot.add(not.operand());
      }
    }
    for (Node node : Shape.nodes(parsed)) {
      if (node.span().isKnown() && !insideNot.contains(node)) {
        assertStandsAlone(node, sql.substring(node.span().start(), node.span().end()));
      }
    }
  }

  private static void assertStandsAlone(Node node, String text) {
    if (node instanceof TypeName) {
      assertThat(Shape.of(SqlParser.parseType(text))).as(text).isEqualTo(Shape.of(node));
    } else if (node instanceof Statement) {
      assertThat(Shape.of(SqlParser.parse(text, Dialect.TOOLS))).as(text).isEqualTo(Shape.of(node));
    } else if (node instanceof Expression
        && !(node instanceof LambdaExpression)
        && !(node instanceof IntervalUnit)) {
      assertThat(Shape.of(SqlParser.parseExpression(text))).as(text).isEqualTo(Shape.of(node));
    }
  }
}
