package io.confluent.ksql.rest.server.http;

import java.util.Optional;

/** Says whether a server takes requests at all; asked before each. */
@FunctionalInterface
public interface Gate {
  /** The error that answers a request of a path; empty if it is taken. */
  Optional<HttpError> refusal(String path);
}
