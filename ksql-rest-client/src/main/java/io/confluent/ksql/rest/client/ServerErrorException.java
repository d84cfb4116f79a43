package io.confluent.ksql.rest.client;

import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.util.KsqlException;

/** The server refused a request, or a query failed; it said why. */
public final class ServerErrorException extends KsqlException {
  private final transient ErrorBody error;

  /** An answer of the server. */
  public ServerErrorException(ErrorBody error) {
    super(error.message());
    this.error = error;
  }

  /** What the server said. */
  public ErrorBody error() {
    return error;
  }
}
