package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The body of every answer that is not 2xx, and an error inside a stream of rows. {@code code},
 * {@code span}, {@code hint} and {@code notes} are additions to the API that other servers of this
 * language speak; each is left out where there is nothing to say.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    include = JsonTypeInfo.As.EXISTING_PROPERTY,
    property = "@type",
    defaultImpl = GenericError.class)
@JsonSubTypes({
  @JsonSubTypes.Type(name = "generic_error", value = GenericError.class),
  @JsonSubTypes.Type(name = "statement_error", value = StatementError.class),
  @JsonSubTypes.Type(name = "rows_error", value = RowsRefused.class)
})
@JsonPropertyOrder({"@type", "error_code", "message"})
public sealed interface ErrorBody permits GenericError, StatementError, RowsRefused {
  /** The value of the member {@code @type}. */
  @JsonProperty("@type")
  default String errorType() {
    return WireTypes.nameOf(ErrorBody.class, getClass());
  }

  /** A number as of {@link WireErrorCode}; divided by 100 it is the HTTP status. */
  int errorCode();

  /** A sentence or two for people. */
  String message();

  /** The stable code of the error, as {@code KSQL-2003}. */
  Optional<String> code();

  /**
   * The offending words: in the statement's text for a {@link StatementError}, else in the text of
   * the request.
   */
  Optional<TextSpan> span();

  /** The way out. */
  Optional<String> hint();

  /** Further facts, a sentence each. */
  List<String> notes();

  /**
   * The error as the engine's own kind, for drawing; empty if it has no code or one that is not
   * known here.
   */
  default Optional<Diagnostic> diagnostic() {
    return code()
        .flatMap(
            label ->
                Arrays.stream(ErrorCode.values())
                    .filter(known -> known.label().equals(label))
                    .findFirst())
        .map(
            known ->
                new Diagnostic(
                    known,
                    span().map(TextSpan::toSpan).orElse(Span.NONE),
                    message(),
                    notes(),
                    hint()));
  }
}
