package io.confluent.ksql.serde;

import java.util.Objects;
import java.util.Optional;

/**
 * Bytes are not what the columns say. Thrown once a bad record, so it carries no stack trace: the
 * place that matters is in the data.
 */
public final class DecodeException extends RuntimeException {
  private static final int MAX_SHOWN = 80;

  private final String detail;
  private final String path;

  /** An error of the record as a whole. */
  public DecodeException(String detail) {
    this(detail, "");
  }

  /**
   * An error of one value.
   *
   * @param detail what is wrong, without a final full stop
   * @param path where, for example {@code $.F[2]}
   */
  public DecodeException(String detail, String path) {
    super(path.isEmpty() ? detail : detail + ", path: " + path, null, false, false);
    this.detail = Objects.requireNonNull(detail, "detail");
    this.path = path;
  }

  /** What is wrong. */
  public String detail() {
    return detail;
  }

  /** Where, if it is one value. */
  public Optional<String> path() {
    return path.isEmpty() ? Optional.empty() : Optional.of(path);
  }

  /** The same error seen from outside: a step such as {@code .F} or {@code [2]} before its path. */
  public DecodeException inside(String step) {
    return new DecodeException(detail, step + path);
  }

  /** A text from the data in quotes, shortened where it is long. */
  public static String shown(String text) {
    return text.length() <= MAX_SHOWN
        ? "'" + text + "'"
        : "'" + text.substring(0, MAX_SHOWN) + "...' (" + text.length() + " characters)";
  }
}
