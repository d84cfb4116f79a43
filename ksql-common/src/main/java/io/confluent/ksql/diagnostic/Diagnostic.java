package io.confluent.ksql.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One error, for people: what it is, where in the text, and what to do about it.
 *
 * @param code which error
 * @param span the offending words in the statement; {@link Span#NONE} if it has no place
 * @param message one or two sentences
 * @param notes further facts, one sentence each
 * @param hint the way out, if one could be computed
 */
public record Diagnostic(
    ErrorCode code, Span span, String message, List<String> notes, Optional<String> hint) {
  public Diagnostic {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(message, "message");
    notes = List.copyOf(notes);
    Objects.requireNonNull(hint, "hint");
  }

  /** An error at a place; the message is a format of {@link String#format}. */
  public static Diagnostic error(ErrorCode code, Span span, String format, Object... arguments) {
    String message = arguments.length == 0 ? format : String.format(format, arguments);
    return new Diagnostic(code, span, message, List.of(), Optional.empty());
  }

  /** An error without a place; the message is a format of {@link String#format}. */
  public static Diagnostic error(ErrorCode code, String format, Object... arguments) {
    return error(code, Span.NONE, format, arguments);
  }

  /** The same with a hint. */
  public Diagnostic hint(String text) {
    return hint(Optional.of(text));
  }

  /** The same with a hint, or as it is if there is none. */
  public Diagnostic hint(Optional<String> text) {
    return text.isPresent() ? new Diagnostic(code, span, message, notes, text) : this;
  }

  /** The same with one more note. */
  public Diagnostic note(String text) {
    List<String> more = new ArrayList<>(notes);
    more.add(text);
    return new Diagnostic(code, span, message, more, hint);
  }

  /** The same at another place. */
  public Diagnostic at(Span place) {
    return new Diagnostic(code, place, message, notes, hint);
  }

  /** The same at a place, unless it has one. */
  public Diagnostic orAt(Span place) {
    return span.isKnown() ? this : at(place);
  }

  /** The exception that carries this. */
  public DiagnosticException toException() {
    return new DiagnosticException(this);
  }

  /** The exception that carries this, and why it came to it. */
  public DiagnosticException toException(Throwable cause) {
    return new DiagnosticException(this, cause);
  }
}
