package io.confluent.ksql.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.rest.wire.GenericError;
import io.confluent.ksql.rest.wire.StatementError;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorTextTest {
  @Test
  void drawsTheCaretUnderTheOffendingWord() {
    Diagnostic diagnostic =
        Diagnostic.error(ErrorCode.COLUMN_NOT_FOUND, new Span(7, 4), "Column NMAE does not exist.")
            .hint("Did you mean NAME?");
    StatementError error =
        StatementError.of(
            WireErrorCode.BAD_STATEMENT, diagnostic, "SELECT NMAE FROM people;", List.of());

    assertThat(ErrorText.lines(error, "something else"))
        .containsExactly(
            "line 1, column 8: Column NMAE does not exist.  [KSQL-2003]",
            "  1 | SELECT NMAE FROM people;",
            "    |        ^^^^  Did you mean NAME?");
  }

  @Test
  void drawsIntoTheRequestIfThereIsNoStatement() {
    Diagnostic diagnostic = Diagnostic.error(ErrorCode.SYNTAX, new Span(2, 1), "Wrong.");

    assertThat(ErrorText.lines(GenericError.of(WireErrorCode.BAD_REQUEST, diagnostic), "a b;"))
        .containsExactly("line 1, column 3: Wrong.  [KSQL-1001]", "  1 | a b;", "    |   ^");
  }

  @Test
  void tellsTheStatementIfThereIsNoPlace() {
    StatementError error =
        new StatementError(
            40001,
            "No.",
            "DROP STREAM x;",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    assertThat(ErrorText.lines(error, "")).containsExactly("No.", "Statement: DROP STREAM x;");
  }

  @Test
  void tellsWhatAnErrorOfUnknownKindSays() {
    GenericError error =
        new GenericError(
            50000,
            "No.\u001b[0m",
            Optional.of("KSQL-99999"),
            Optional.empty(),
            Optional.of("Wait."),
            List.of("It is late."));

    assertThat(ErrorText.lines(error, ""))
        .containsExactly("No.\\u001B[0m  [KSQL-99999]", "  Wait.", "  It is late.");
  }
}
