package io.confluent.ksql.rest.server.http;

import java.util.List;

/**
 * How a {@link HttpFront} listens.
 *
 * @param listeners where
 * @param hosts further names of the server
 * @param origins pages that may use it, beside its own
 * @param maxRequestBytes the longest body
 * @param idleSeconds after how long a silent connection is closed; 0 for never
 */
public record HttpOptions(
    List<Listener> listeners,
    List<String> hosts,
    List<String> origins,
    long maxRequestBytes,
    long idleSeconds) {
  public HttpOptions {
    listeners = List.copyOf(listeners);
    hosts = List.copyOf(hosts);
    origins = List.copyOf(origins);
  }
}
