package io.confluent.ksql.parser;

import static io.confluent.ksql.parser.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  @Test
  void cutsAtSemicolons() {
    assertThat(SqlParser.split("SHOW STREAMS; SHOW\n TABLES;;\n ;"))
        .containsExactly(
            new StatementText("SHOW STREAMS;", 0), new StatementText("SHOW\n TABLES;", 14));
  }

  @Test
  void quotesAndCommentsHideSemicolons() {
    String script =
        "-- a; b\nSELECT ';', \"x;\", `;` /* ; ' */ FROM s -- it's;\n WHERE a = 'it''s;';\n"
            + "/* the ; end */ SHOW TABLES;-- bye;";

    assertThat(SqlParser.split(script))
        .extracting(StatementText::text)
        .containsExactly(
            "SELECT ';', \"x;\", `;` /* ; ' */ FROM s -- it's;\n WHERE a = 'it''s;';",
            "SHOW TABLES;");
  }

  @Test
  void nothingMakesNoStatements() {
    assertThat(SqlParser.split("")).isEmpty();
    assertThat(SqlParser.split(" \n-- x\n/**/ ;; \\\n")).isEmpty();
  }

  @Test
  void theLastSemicolonCanBeOptional() {
    assertThat(SqlParser.split("SHOW TABLES; SHOW TYPES -- x\n", FinalSemicolon.OPTIONAL))
        .extracting(StatementText::text)
        .containsExactly("SHOW TABLES;", "SHOW TYPES");
    assertError("SHOW TABLES; SHOW TYPES«» -- x\n", SqlParser::split)
        .code(ErrorCode.SYNTAX)
        .message("The last statement has no semicolon.");
  }

  @Test
  void pointsAtWhatIsNeverClosed() {
    assertError("SHOW TABLES; SELECT «'»a;", SqlParser::split).hint("Close it with '");
    assertError("SELECT «`»a;", SqlParser::split).hint("Close it with `");
    assertError("SELECT a; «/*» b;", SqlParser::split).hint("Close it with */");
  }

  @Test
  void knowsWhereInTheScriptAStatementStands() {
    StatementText second = SqlParser.split("SHOW TABLES;\n SELECT a FROM s;").get(1);
    Query query = (Query) SqlParser.parse(second);

    assertThat(query.span()).isEqualTo(new Span(0, 15));
    assertThat(second.inScript(query.from().span())).isEqualTo(new Span(28, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "SHOW TABLES;", "a; -- b", "a; b;\n", "-- x", "a 'b;';", "a; \\\n"})
  void isComplete(String text) {
    assertThat(SqlParser.isComplete(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHOW",
        "a; b",
        "a ';",
        "a; /*",
        "a `;",
        "a \"b;",
        "SELECT \\",
        "a -- ;",
        "a 'b'';"
      })
  void isNotComplete(String text) {
    assertThat(SqlParser.isComplete(text)).isFalse();
  }
}
