package io.confluent.ksql.rest.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who asks. */
public sealed interface Credentials {
  /** Nobody in particular. */
  Credentials NONE = new Anonymous();

  /** The value of the header {@code Authorization}; empty for nobody in particular. */
  Optional<String> authorization();

  /** A name and a password, sent with every request. */
  static Credentials basic(String user, String password) {
    return new Basic(user, password);
  }

  /** A token, sent with every request. */
  static Credentials bearer(String token) {
    return new Bearer(token);
  }

  /** Nobody in particular. */
  record Anonymous() implements Credentials {
    @Override
    public Optional<String> authorization() {
      return Optional.empty();
    }
  }

  /**
   * A name and a password.
   *
   * @param user the name, without a colon
   * @param password the password
   */
  record Basic(String user, String password) implements Credentials {
    public Basic {
      if (user.indexOf(':') >= 0) {
        throw new IllegalArgumentException("A user name cannot hold a colon: " + user);
      }
    }

    @Override
    public Optional<String> authorization() {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public String toString() {
      return "Basic[user=" + user + "]";
    }
  }

  /**
   * A token.
   *
   * @param token the token, as it is sent
   */
  record Bearer(String token) implements Credentials {
    @Override
    public Optional<String> authorization() {
      return Optional.of("Bearer " + token);
    }

    @Override
    public String toString() {
      return "Bearer[]";
    }
  }
}
