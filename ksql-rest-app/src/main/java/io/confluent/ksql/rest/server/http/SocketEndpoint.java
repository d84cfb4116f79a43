package io.confluent.ksql.rest.server.http;

import java.util.Map;
import java.util.Objects;

/**
 * Something that is asked for by a websocket.
 *
 * @param path the path
 * @param action what answers
 */
public record SocketEndpoint(String path, Action action) {
  public SocketEndpoint {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(action, "action");
  }

  /** Answers. */
  @FunctionalInterface
  public interface Action {
    /**
     * Answers; runs on a worker thread.
     *
     * @param parameters those of the URL, their escapes resolved
     */
    void answer(Map<String, String> parameters, SocketWriter out);
  }
}
