package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.confluent.ksql.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * An error of one statement of a request.
 *
 * @param errorCode see {@link ErrorBody#errorCode}
 * @param message a sentence or two
 * @param statementText the statement, into which the span points
 * @param entities the answers of the statements before it
 * @param code see {@link ErrorBody#code}
 * @param span see {@link ErrorBody#span}
 * @param hint the way out
 * @param notes further facts
 */
public record StatementError(
    @JsonProperty("error_code") int errorCode,
    String message,
    String statementText,
    List<Entity> entities,
    @JsonInclude(Include.NON_ABSENT) Optional<String> code,
    @JsonInclude(Include.NON_ABSENT) Optional<TextSpan> span,
    @JsonInclude(Include.NON_ABSENT) Optional<String> hint,
    @JsonInclude(Include.NON_EMPTY) List<String> notes)
    implements ErrorBody {
  public StatementError {
    message = Copies.text(message);
    statementText = Copies.text(statementText);
    entities = Copies.of(entities);
    notes = Copies.of(notes);
  }

  /** An error that carries all that a diagnostic knows. */
  public static StatementError of(
      WireErrorCode errorCode, Diagnostic diagnostic, String statementText, List<Entity> entities) {
    return new StatementError(
        errorCode.number(),
        diagnostic.message(),
        statementText,
        entities,
        Optional.of(diagnostic.code().label()),
        TextSpan.of(diagnostic.span()),
        diagnostic.hint(),
        diagnostic.notes());
  }
}
