package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.util.function.Consumer;

/** Checks an error and its place; the place is marked in the text with « and ». */
final class ErrorAssert {
  private final String marked;
  private final Diagnostic diagnostic;

  private ErrorAssert(String marked, Diagnostic diagnostic) {
    this.marked = marked;
    this.diagnostic = diagnostic;
  }

  /** A statement that must fail at the marked place. */
  static ErrorAssert assertError(String marked) {
    return assertError(marked, SqlParser::parse);
  }

  /** A text that some reader of texts must refuse at the marked place. */
  static ErrorAssert assertError(String marked, Consumer<String> reader) {
    String text = marked.replace("«", "").replace("»", "");
    DiagnosticException e =
        catchThrowableOfType(DiagnosticException.class, () -> reader.accept(text));
    assertThat(e).as(text).isNotNull();
    Diagnostic diagnostic = e.diagnostic();
    StringBuilder found = new StringBuilder(text);
    found.insert(diagnostic.span().end(), "»").insert(diagnostic.span().start(), "«");
    assertThat(found.toString()).as(diagnostic.message()).isEqualTo(marked);
    return new ErrorAssert(marked, diagnostic);
  }

  ErrorAssert code(ErrorCode code) {
    assertThat(diagnostic.code()).as(marked).isEqualTo(code);
    return this;
  }

  ErrorAssert message(String message) {
    assertThat(diagnostic.message()).isEqualTo(message);
    return this;
  }

  ErrorAssert hint(String hint) {
    assertThat(diagnostic.hint()).as(diagnostic.message()).contains(hint);
    return this;
  }

  ErrorAssert noHint() {
    assertThat(diagnostic.hint()).isEmpty();
    return this;
  }
}
