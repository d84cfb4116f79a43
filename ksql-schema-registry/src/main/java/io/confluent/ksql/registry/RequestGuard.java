package io.confluent.ksql.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what a web page of someone else can make a browser send: requests with a foreign Origin,
 * requests under a foreign name that was made to point here, and bodies of the types that a browser
 * sends without asking.
 */
final class RequestGuard {
  private static final Set<String> CONTENT_TYPES =
      Set.of(
          "application/vnd.schemaregistry.v1+json",
          "application/vnd.schemaregistry+json",
          "application/json");

  private final Set<String> hosts = new HashSet<>(Set.of("127.0.0.1", "localhost", "::1"));

  RequestGuard(RegistryServerOptions options) {
    hosts.add(options.host().toLowerCase(Locale.ROOT));
    options.allowedHosts().forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
  }

  /**
   * Why a request is refused; empty if it is not.
   *
   * @param authority host and port as the client named the server; null if it did not
   * @param origin the header; null if there is none
   */
  Optional<ApiAnswer> refusal(String authority, String origin) {
    if (authority == null || !isOwn(authority)) {
      return forbidden("The server is not known under the name in the header Host.");
    }
    if (origin != null && !origin.equalsIgnoreCase("http://" + authority)) {
      return forbidden("Requests from other origins are refused.");
    }
    return Optional.empty();
  }

  /** Why a body of that type is refused; empty if it is not. */
  Optional<ApiAnswer> refusalOfType(String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].trim();
    return CONTENT_TYPES.contains(type.toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of(
            ApiAnswer.error(
                415, 415, "The content type must be application/vnd.schemaregistry.v1+json."));
  }

  private boolean isOwn(String authority) {
    try {
      String host = new URI("http://" + authority).getHost();
      if (host == null) {
        return false;
      }
      String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      return hosts.contains(plain.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Optional<ApiAnswer> forbidden(String message) {
    return Optional.of(ApiAnswer.error(403, 403, message));
  }
}
