package io.confluent.ksql.http;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * A client for another server, made when it is first used: making one prepares TLS and takes a
 * thread, and many servers never ask. HTTP 1.1, which every such server speaks.
 */
public final class LazyHttpClient {
  private final Duration timeout;
  private HttpClient client;

  /**
   * A client.
   *
   * @param timeout for connecting
   */
  public LazyHttpClient(Duration timeout) {
    this.timeout = timeout;
  }

  /** The client, the same each time. */
  public synchronized HttpClient get() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(timeout)
              .build();
    }
    return client;
  }
}
