package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.confluent.ksql.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * An error that concerns no single statement.
 *
 * @param errorCode see {@link ErrorBody#errorCode}
 * @param message a sentence or two
 * @param code see {@link ErrorBody#code}
 * @param span see {@link ErrorBody#span}
 * @param hint the way out
 * @param notes further facts
 */
public record GenericError(
    @JsonProperty("error_code") int errorCode,
    String message,
    @JsonInclude(Include.NON_ABSENT) Optional<String> code,
    @JsonInclude(Include.NON_ABSENT) Optional<TextSpan> span,
    @JsonInclude(Include.NON_ABSENT) Optional<String> hint,
    @JsonInclude(Include.NON_EMPTY) List<String> notes)
    implements ErrorBody {
  public GenericError {
    message = Copies.text(message);
    notes = Copies.of(notes);
  }

  /** An error of a number and a sentence. */
  public static GenericError of(WireErrorCode errorCode, String message) {
    return new GenericError(
        errorCode.number(),
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** An error that carries all that a diagnostic knows. */
  public static GenericError of(WireErrorCode errorCode, Diagnostic diagnostic) {
    return new GenericError(
        errorCode.number(),
        diagnostic.message(),
        Optional.of(diagnostic.code().label()),
        TextSpan.of(diagnostic.span()),
        diagnostic.hint(),
        diagnostic.notes());
  }
}
