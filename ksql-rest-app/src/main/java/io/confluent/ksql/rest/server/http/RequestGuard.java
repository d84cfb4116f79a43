package io.confluent.ksql.rest.server.http;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps foreign web pages out. A browser lets any page send requests to a server on this machine;
 * it names the page in Origin, and a page that has its own name point at this machine names itself
 * in Host. A request with a foreign one of either is refused before anything else is looked at.
 */
final class RequestGuard {
  private final Set<String> names = new HashSet<>();
  private final Set<String> hosts = new HashSet<>();
  private final Set<Integer> ports = new HashSet<>();
  private final Set<String> origins = new HashSet<>();
  private final boolean anyOrigin;

  /**
   * A guard.
   *
   * @param listeners with the ports they really have
   * @param further further names of the server, with or without a port
   * @param allowedOrigins origins of other pages that may ask; {@code *} for all
   */
  RequestGuard(
      Collection<Listener> listeners, Collection<String> further, List<String> allowedOrigins) {
    names.addAll(List.of("localhost", "127.0.0.1", "::1"));
    for (Listener listener : listeners) {
      ports.add(listener.port());
      if (listener.isWildcard()) {
        names.addAll(addressesOfMachine());
      } else {
        names.add(listener.host());
      }
    }
    further.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    names.addAll(hosts);
    allowedOrigins.forEach(origin -> origins.add(origin.toLowerCase(Locale.ROOT)));
    anyOrigin = allowedOrigins.contains("*");
  }

  private static Set<String> addressesOfMachine() {
    Set<String> addresses = new HashSet<>();
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .map(address -> address.getHostAddress().toLowerCase(Locale.ROOT))
          .forEach(address -> addresses.add(address.replaceAll("%.*", "")));
    } catch (SocketException e) {
      // Then only names that were configured are known.
    }
    return addresses;
  }

  /** Why a request is refused; empty if it is not. The origin is null if there is none. */
  Optional<String> refusal(String host, String origin) {
    if (host == null || !isOwn(host.toLowerCase(Locale.ROOT))) {
      return Optional.of(
          "The request calls this server '%s', which is none of its names.".formatted(host));
    }
    if (origin != null && !isAllowed(origin)) {
      return Optional.of("Pages from '%s' may not use this server.".formatted(origin));
    }
    return Optional.empty();
  }

  /** Whether pages of another origin may read the answers. */
  boolean isCrossOrigin(String origin) {
    return anyOrigin || origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  private boolean isAllowed(String origin) {
    String lower = origin.toLowerCase(Locale.ROOT);
    return anyOrigin
        || origins.contains(lower)
        || lower.startsWith("http://") && isOwn(lower.substring("http://".length()));
  }

  private boolean isOwn(String authority) {
    if (hosts.contains(authority)) {
      return true;
    }
    int colon = authority.lastIndexOf(':');
    if (colon < 0 || authority.endsWith("]")) {
      return names.contains(Listener.unbracketed(authority)) && ports.contains(80);
    }
    String name = Listener.unbracketed(authority.substring(0, colon));
    return names.contains(name) && isOwnPort(authority.substring(colon + 1));
  }

  private boolean isOwnPort(String port) {
    return port.matches("\\d{1,5}") && ports.contains(Integer.valueOf(port));
  }
}
