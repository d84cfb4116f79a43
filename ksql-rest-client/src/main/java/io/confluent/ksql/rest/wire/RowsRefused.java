package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of {@code POST /topics/<stream>/rows} are wrong, and none was written.
 *
 * @param errorCode see {@link ErrorBody#errorCode}
 * @param message a sentence
 * @param accepted how many rows were written: 0
 * @param errors what is wrong, a wrong row each
 */
public record RowsRefused(
    @JsonProperty("error_code") int errorCode, String message, int accepted, List<RowError> errors)
    implements ErrorBody {
  public RowsRefused {
    message = Copies.text(message);
    errors = Copies.of(errors);
  }

  /** These rows of so many are wrong. */
  public static RowsRefused of(int rows, List<RowError> errors) {
    return new RowsRefused(
        WireErrorCode.BAD_REQUEST.number(),
        "%d of %d rows cannot be taken, so none was written.".formatted(errors.size(), rows),
        0,
        errors);
  }

  /**
   * A row that is wrong.
   *
   * @param row its place in the request, from 0
   * @param message a sentence
   */
  public record RowError(int row, String message) {}

  @Override
  @JsonInclude(Include.NON_ABSENT)
  public Optional<String> code() {
    return Optional.empty();
  }

  @Override
  @JsonInclude(Include.NON_ABSENT)
  public Optional<TextSpan> span() {
    return Optional.empty();
  }

  @Override
  @JsonInclude(Include.NON_ABSENT)
  public Optional<String> hint() {
    return Optional.empty();
  }

  @Override
  @JsonInclude(Include.NON_EMPTY)
  public List<String> notes() {
    return List.of();
  }
}
