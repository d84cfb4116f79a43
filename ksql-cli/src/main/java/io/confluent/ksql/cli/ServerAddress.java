package io.confluent.ksql.cli;

import io.confluent.ksql.util.KsqlException;
import java.net.URI;

/** Addresses of servers as people type them. */
final class ServerAddress {
  private ServerAddress() {}

  /** The address that a text means; {@code http} unless it says otherwise. */
  static URI parse(String text) {
    String whole = text.contains("://") ? text : "http://" + text;
    try {
      URI uri = URI.create(whole);
      if (uri.getHost() != null && uri.getScheme().matches("(?i)https?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw unusable(text);
    }
    throw unusable(text);
  }

  private static KsqlException unusable(String text) {
    return new KsqlException(
        "'" + text + "' is not the address of a server; one is http://localhost:8088.");
  }
}
