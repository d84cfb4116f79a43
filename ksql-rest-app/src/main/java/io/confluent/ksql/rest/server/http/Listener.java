package io.confluent.ksql.rest.server.http;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * An address to listen on.
 *
 * @param host a name or an address
 * @param port 0 for a free one
 */
public record Listener(String host, int port) {
  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "::1");

  public Listener {
    Objects.requireNonNull(host, "host");
  }

  /**
   * The listener of a URL.
   *
   * @throws DiagnosticException {@code INVALID_SETTING} if it is none
   */
  public static Listener of(String url) {
    try {
      URI uri = new URI(url.trim());
      if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
        throw invalid(url, null);
      }
      return new Listener(
          unbracketed(uri.getHost()).toLowerCase(Locale.ROOT), Math.max(uri.getPort(), 0));
    } catch (URISyntaxException e) {
      throw invalid(url, e);
    }
  }

  private static DiagnosticException invalid(String url, Throwable cause) {
    return Diagnostic.error(
            ErrorCode.INVALID_SETTING, "The setting listeners cannot contain '%s'.", url)
        .hint("Write http://host:port, for example http://127.0.0.1:8088.")
        .toException(cause);
  }

  /** A host without the brackets of an IPv6 address. */
  static String unbracketed(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    if (LOOPBACK_NAMES.contains(host)) {
      return true;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether it is every address of this machine. */
  public boolean isWildcard() {
    return host.equals("0.0.0.0") || host.equals("::");
  }

  /** The same on the port that was found free. */
  Listener onPort(int actual) {
    return new Listener(host, actual);
  }

  /** The listener as clients of this machine write it. */
  public String url() {
    String name = isWildcard() ? "localhost" : host;
    return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
  }
}
