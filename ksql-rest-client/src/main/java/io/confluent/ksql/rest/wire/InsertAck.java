package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A line of the answer of {@code POST /inserts-stream}.
 *
 * @param status {@code ok} or {@code error}
 * @param seq zero-based number of the row
 * @param errorCode number of the error; left out if there is none
 * @param message what went wrong; left out if nothing did
 */
public record InsertAck(
    String status,
    long seq,
    @JsonProperty("error_code") @JsonInclude(Include.NON_ABSENT) Optional<Integer> errorCode,
    @JsonInclude(Include.NON_ABSENT) Optional<String> message) {
  /** The row is in its topic. */
  public static InsertAck ok(long seq) {
    return new InsertAck("ok", seq, Optional.empty(), Optional.empty());
  }

  /** The row was refused. */
  public static InsertAck error(long seq, WireErrorCode code, String message) {
    return new InsertAck("error", seq, Optional.of(code.number()), Optional.of(message));
  }
}
