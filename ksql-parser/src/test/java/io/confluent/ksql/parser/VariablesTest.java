package io.confluent.ksql.parser;

import static io.confluent.ksql.parser.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {
  private static final Map<String, String> VALUES =
      Map.of(
          "name",
          "s1",
          "text",
          "'it''s'",
          "count",
          "-3",
          "evil",
          "x; DROP STREAM s",
          "Case",
          "A",
          "case",
          "B");

  private static String substitute(String text) {
    return Variables.substitute(text, VALUES);
  }

  @Test
  void putsNamesAndConstantsInTheirPlace() {
    assertThat(substitute("SELECT ${count}, ${text} FROM ${name};"))
        .isEqualTo("SELECT -3, 'it''s' FROM s1;");
    assertThat(substitute("${ name }${name}")).isEqualTo("s1s1");
    assertThat(substitute("no variables")).isEqualTo("no variables");
  }

  @Test
  void putsAnythingBetweenQuotes() {
    assertThat(substitute("PRINT 'a-${evil}' = '${text}'"))
        .isEqualTo("PRINT 'a-x; DROP STREAM s' = '''it''''s'''");
    assertThat(substitute("`${name}` \"${text}\"")).isEqualTo("`s1` \"'it''s'\"");
    assertThat(Variables.substitute("'${d}'", Map.of("d", "$1\\"))).isEqualTo("'$1\\'");
  }

  @Test
  void namesMatchInAnyCaseTheExactOneFirst() {
    assertThat(substitute("${NAME}")).isEqualTo("s1");
    assertThat(substitute("${Case} ${case}")).isEqualTo("A B");
  }

  @Test
  void leavesUnknownOnesAndComments() {
    assertThat(substitute("${other} '${other}'")).isEqualTo("${other} '${other}'");
    assertThat(substitute("-- ${name}\n/* ${evil} '*/ ${name}"))
        .isEqualTo("-- ${name}\n/* ${evil} '*/ s1");
    assertThat(substitute("'it''s ${name}' ${name}")).isEqualTo("'it''s s1' s1");
  }

  @Test
  void refusesValuesThatAreMoreThanANameOrConstant() {
    assertError("SELECT * FROM «${evil}»;", VariablesTest::substitute)
        .code(ErrorCode.INVALID_VARIABLE)
        .message("The value of variable evil can stand only inside quotes.")
        .hint("A name, a number, TRUE, FALSE or a text in quotes could stand here.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "'a' 'b'", "'a", "1a", "a--", "`a", "@a", "a.b", "1;", "'a\\' OR '"})
  void refuses(String value) {
    assertError("x «${v}» y", text -> Variables.substitute(text, Map.of("v", value)))
        .code(ErrorCode.INVALID_VARIABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "_a@1",
        "`a b`",
        "\"a\"\"b\"",
        "1",
        "-1.5e3",
        ".5",
        "true",
        "False",
        "''",
        "'a''b'"
      })
  void takes(String value) {
    assertThat(Variables.substitute("x ${v} y", Map.of("v", value))).isEqualTo("x " + value + " y");
  }

  @Test
  void signsDoNotBecomeAComment() {
    assertThat(substitute("1 -${count}")).isEqualTo("1 - -3");
  }
}
