package io.confluent.ksql.cli.render;

import io.confluent.ksql.diagnostic.DiagnosticRenderer;
import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.rest.wire.StatementError;
import java.util.List;

/** Errors of the server as text, with a caret under the offending words where there are any. */
public final class ErrorText {
  private ErrorText() {}

  /**
   * The error as lines.
   *
   * @param request the text that was sent, into which an error of no single statement points
   */
  public static List<String> lines(ErrorBody error, String request) {
    String text = error instanceof StatementError wrong ? wrong.statementText() : request;
    String rendered =
        error
            .diagnostic()
            .map(diagnostic -> DiagnosticRenderer.render(diagnostic, text))
            .orElseGet(() -> plain(error));
    boolean drawn = error.diagnostic().isPresent() && error.span().isPresent();
    boolean tellStatement = !drawn && error instanceof StatementError && !text.isBlank();
    String all = tellStatement ? rendered + "\nStatement: " + text : rendered;
    return DisplayText.harmless(all).lines().toList();
  }

  private static String plain(ErrorBody error) {
    StringBuilder out = new StringBuilder(error.message());
    error.code().ifPresent(code -> out.append("  [").append(code).append(']'));
    error.hint().ifPresent(hint -> out.append("\n  ").append(hint));
    error.notes().forEach(note -> out.append("\n  ").append(note));
    return out.toString();
  }
}
