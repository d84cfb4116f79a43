package io.confluent.ksql.registry;

import java.util.Objects;
import java.util.Set;

/**
 * How a registry server listens.
 *
 * @param host address to bind to
 * @param port port to bind to; 0 for any free one
 * @param maxRequestBytes largest body of a request
 * @param allowedHosts names, besides the address bound to, under which clients may address the
 *     server
 * @param exposure whether other machines may reach it
 */
public record RegistryServerOptions(
    String host, int port, int maxRequestBytes, Set<String> allowedHosts, Exposure exposure) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int ONE_MEGABYTE = 1 << 20;

  public RegistryServerOptions {
    Objects.requireNonNull(host, "host");
    allowedHosts = Set.copyOf(allowedHosts);
    Objects.requireNonNull(exposure, "exposure");
  }

  /** Who may reach a server; it asks nobody for a password. */
  public enum Exposure {
    /** Only this machine: binding to any other address is refused. */
    LOCAL,
    /** Whoever reaches the address. */
    OPEN
  }

  /** This machine only, bodies of up to 1 MB. */
  public static RegistryServerOptions local(int port) {
    return new RegistryServerOptions(LOOPBACK, port, ONE_MEGABYTE, Set.of(), Exposure.LOCAL);
  }
}
