package io.confluent.ksql.rest.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * Who a server is.
 *
 * @param version its release
 * @param clusterId the Kafka cluster it works on
 * @param serviceId what the servers of one service have in common
 */
public record ServerIdentity(String version, String clusterId, String serviceId) {
  public ServerIdentity {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(clusterId, "clusterId");
    Objects.requireNonNull(serviceId, "serviceId");
  }

  /** The release that this is. */
  public static String releaseVersion() {
    try (InputStream in = ServerIdentity.class.getResourceAsStream("/ksql-server.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
