package io.confluent.ksql.rest.server.http;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.rest.wire.GenericError;
import io.confluent.ksql.rest.wire.StatementError;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request is answered with an error. */
public final class HttpError extends RuntimeException {
  private static final Logger LOG = LoggerFactory.getLogger(HttpError.class);

  private final transient ErrorBody body;

  /** An error with that body. */
  public HttpError(ErrorBody body) {
    super(body.message());
    this.body = Objects.requireNonNull(body, "body");
  }

  /** The body. */
  public ErrorBody body() {
    return body;
  }

  /** The HTTP status. */
  public int status() {
    return body.errorCode() / 100;
  }

  /** An error of the request as a whole. */
  public static HttpError of(WireErrorCode code, String message) {
    return new HttpError(GenericError.of(code, message));
  }

  /** An error of the request as a whole, and the way out. */
  public static HttpError of(WireErrorCode code, String message, String hint) {
    return new HttpError(
        new GenericError(
            code.number(),
            message,
            Optional.empty(),
            Optional.empty(),
            Optional.of(hint),
            List.of()));
  }

  /**
   * The error that answers a failure.
   *
   * @param earlier what the statements before it answered
   */
  public static HttpError of(RuntimeException failure, List<Entity> earlier) {
    if (failure instanceof HttpError known) {
      return known;
    }
    if (failure instanceof StatementException wrong) {
      WireErrorCode code = codeOf(wrong.diagnostic(), WireErrorCode.BAD_STATEMENT);
      return new HttpError(StatementError.of(code, wrong.diagnostic(), wrong.statement(), earlier));
    }
    if (failure instanceof DiagnosticException wrong) {
      WireErrorCode code = codeOf(wrong.diagnostic(), WireErrorCode.BAD_REQUEST);
      return new HttpError(GenericError.of(code, wrong.diagnostic()));
    }
    LOG.error("A request failed", failure);
    return new HttpError(
        GenericError.of(
            WireErrorCode.SERVER_ERROR,
            Diagnostic.error(
                ErrorCode.INTERNAL,
                "The server failed: %s",
                failure.getMessage() == null
                    ? failure.getClass().getSimpleName()
                    : failure.getMessage())));
  }

  private static WireErrorCode codeOf(Diagnostic diagnostic, WireErrorCode ofUser) {
    if (diagnostic.code() == ErrorCode.ASSERTION_FAILED) {
      return WireErrorCode.ASSERTION_FAILED;
    }
    if (diagnostic.code() == ErrorCode.SCHEMA_REGISTRY_MISSING) {
      return WireErrorCode.SCHEMA_REGISTRY_UNCONFIGURED;
    }
    if (diagnostic.code() == ErrorCode.CONNECTOR_EXISTS) {
      return WireErrorCode.CONFLICT;
    }
    if (diagnostic.code() == ErrorCode.CONNECTOR_NOT_FOUND) {
      return WireErrorCode.NOT_FOUND;
    }
    return switch (diagnostic.code().kind()) {
      case USER -> ofUser;
      case EXTERNAL, INTERNAL -> WireErrorCode.SERVER_ERROR;
    };
  }
}
