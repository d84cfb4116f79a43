package io.confluent.ksql.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.DiagnosticRenderer;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.tests.errors.Refusals;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/errors.md}: its examples are statements of the SQL files, and what became of them.
 */
final class ErrorsPageTest {
  @Test
  void pageListsEveryCode() {
    StringBuilder page = new StringBuilder("# Errors\n\n").append(GeneratedPage.NOTE);
    page.append(
        """

        An error has a code, the words of the statement that it is about, a sentence, and a way out where one can be
        computed. Codes keep their meaning: 1xxx are about the text, 2xxx about names and types, 3xxx about statements that
        cannot be, 4xxx about what is around the engine, 9xxx are its own mistakes. The examples are statements of the
        [SQL tests](../ksql-functional-tests/src/test/sql), each with the message that it gets there.
        """);
    for (ErrorCode code : ErrorCode.values()) {
      page.append("\n## ").append(code.label()).append(' ').append(code.name()).append("\n\n");
      page.append(code.meaning()).append(' ').append(remedy(code.kind())).append('\n');
      examples(code).findFirst().ifPresent(example -> page.append(shown(example)));
    }
    GeneratedPage.holds("errors.md", page.toString());
  }

  @Test
  void everyCodeHasAMeaningOfItsOwn() {
    assertThat(ErrorCode.values()).extracting(ErrorCode::meaning).doesNotHaveDuplicates();
    assertThat(ErrorCode.values()).extracting(ErrorCode::number).doesNotHaveDuplicates();
  }

  private static String remedy(ErrorCode.Kind kind) {
    return switch (kind) {
      case USER -> "The statement or request must be changed.";
      case EXTERNAL -> "It may go well another time; nothing is wrong with the statement.";
      case INTERNAL -> "Please report it, with the statement and the server's log.";
    };
  }

  /** The shortest comes first. */
  private static Stream<StatementException> examples(ErrorCode code) {
    return Refusals.all().stream()
        .map(Refusals.Refusal::error)
        .filter(error -> error.diagnostic().code() == code && !error.place().isEmpty())
        .sorted(
            Comparator.comparing((StatementException e) -> e.diagnostic().hint().isEmpty())
                .thenComparing(e -> e.statement().strip().length())
                .thenComparing(StatementException::statement));
  }

  private static String shown(StatementException error) {
    String text = error.statement().stripLeading();
    int removed = error.statement().length() - text.length();
    return "\n```\n"
        + DiagnosticRenderer.render(
            error.diagnostic().at(error.diagnostic().span().shiftedBy(-removed)),
            text.stripTrailing())
        + "\n```\n";
  }
}
