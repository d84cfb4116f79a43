package io.confluent.ksql.mqtt.access;

import java.util.Objects;
import java.util.Optional;

/**
 * Who is at the other end.
 *
 * @param id the client id of the protocol
 * @param user who it has proved to be, by a password or a certificate
 */
public record Client(String id, Optional<String> user) {
  public Client {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(user, "user");
  }
}
