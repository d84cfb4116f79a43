package io.confluent.ksql.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {
  @Test
  void drawsACaretUnderTheOffendingWord() {
    String sql = "CREATE STREAM x\n AS\n SELECT NMAE FROM people;";
    Diagnostic diagnostic =
        Diagnostic.error(
                ErrorCode.COLUMN_NOT_FOUND,
                new Span(sql.indexOf("NMAE"), 4),
                "Column %s does not exist.",
                "NMAE")
            .hint("Did you mean NAME?");

    assertThat(DiagnosticRenderer.render(diagnostic, sql))
        .isEqualTo(
            """
            line 3, column 9: Column NMAE does not exist.  [KSQL-2003]
              3 |  SELECT NMAE FROM people;
                |         ^^^^  Did you mean NAME?""");
  }

  @Test
  void drawsNoSourceWhereThereIsNoPlace() {
    Diagnostic diagnostic =
        Diagnostic.error(ErrorCode.KAFKA, "No broker answers.").hint("Start one.").note("Tried 1.");

    assertThat(DiagnosticRenderer.render(diagnostic, "SELECT 1;"))
        .isEqualTo("No broker answers.  [KSQL-4001]\n  Start one.\n  Tried 1.");
  }

  @Test
  void staysInsideAVeryLongLine() {
    String sql = "SELECT " + "x".repeat(5000) + " bad FROM s";
    Diagnostic diagnostic =
        Diagnostic.error(ErrorCode.SYNTAX, new Span(sql.indexOf("bad"), 3), "Wrong.");

    assertThat(DiagnosticRenderer.render(diagnostic, sql).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThan(120))
        .last()
        .asString()
        .endsWith("^^^");
  }

  @Test
  void pointsAtTheEndOfTheText() {
    Diagnostic diagnostic =
        Diagnostic.error(ErrorCode.SYNTAX, new Span(8, 0), "More was expected.");

    assertThat(DiagnosticRenderer.render(diagnostic, "SELECT a")).endsWith("|         ^");
  }
}
