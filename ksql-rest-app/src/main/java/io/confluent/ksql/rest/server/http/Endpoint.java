package io.confluent.ksql.rest.server.http;

import java.util.List;
import java.util.Objects;

/**
 * Something that can be asked for.
 *
 * @param method GET or POST
 * @param path the path; one that ends with {@code /*} takes whatever follows
 * @param offers content types that it can answer in, the default first
 * @param kind how long it works
 * @param action what answers
 */
public record Endpoint(String method, String path, List<String> offers, Kind kind, Action action) {
  public Endpoint {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    offers = List.copyOf(offers);
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(action, "action");
  }

  /** How long an endpoint works. */
  public enum Kind {
    /** As long as a statement takes. */
    SHORT,
    /** As long as the client wants. */
    STREAMING,
    /** As long as the client sends; its body is read line by line. */
    DUPLEX
  }

  /** Answers a request. */
  @FunctionalInterface
  public interface Action {
    /**
     * Answers; runs on a worker thread.
     *
     * @throws RuntimeException what becomes an error for the client
     */
    void answer(Exchange exchange);
  }

  boolean takes(String asked) {
    return path.endsWith("/*")
        ? asked.startsWith(path.substring(0, path.length() - 1))
        : path.equals(asked) || asked.equals(path + "/");
  }
}
