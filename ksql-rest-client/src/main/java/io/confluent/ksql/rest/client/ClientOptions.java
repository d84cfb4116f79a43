package io.confluent.ksql.rest.client;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Which server to ask, as whom, and how long to wait.
 *
 * @param server its address, such as {@code http://localhost:8088}
 * @param credentials who asks
 * @param trustStore certificates to trust instead of those the JVM trusts
 * @param keyStore the client's own certificate, for servers that ask for one
 * @param keyPassword what opens the key in the key store; the store's password if empty
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long the server may take until it begins to answer
 */
public record ClientOptions(
    URI server,
    Credentials credentials,
    Optional<TlsStore> trustStore,
    Optional<TlsStore> keyStore,
    String keyPassword,
    Duration connectTimeout,
    Duration answerTimeout) {
  public ClientOptions {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(trustStore, "trustStore");
    Objects.requireNonNull(keyStore, "keyStore");
  }

  /** A server, nobody in particular, 10 s to connect and 5 min to begin an answer. */
  public static ClientOptions of(URI server) {
    return new ClientOptions(
        server,
        Credentials.NONE,
        Optional.empty(),
        Optional.empty(),
        "",
        Duration.ofSeconds(10),
        Duration.ofMinutes(5));
  }

  /** The same at another address. */
  public ClientOptions at(URI newServer) {
    return new ClientOptions(
        newServer, credentials, trustStore, keyStore, keyPassword, connectTimeout, answerTimeout);
  }

  /** The same as somebody else. */
  public ClientOptions as(Credentials newCredentials) {
    return new ClientOptions(
        server, newCredentials, trustStore, keyStore, keyPassword, connectTimeout, answerTimeout);
  }

  /** The same, trusting the certificates in a file only. */
  public ClientOptions trusting(TlsStore store) {
    return new ClientOptions(
        server,
        credentials,
        Optional.of(store),
        keyStore,
        keyPassword,
        connectTimeout,
        answerTimeout);
  }

  /** The same, showing a certificate of its own. */
  public ClientOptions showing(TlsStore store, String newKeyPassword) {
    return new ClientOptions(
        server,
        credentials,
        trustStore,
        Optional.of(store),
        newKeyPassword,
        connectTimeout,
        answerTimeout);
  }

  /** The same with other bounds on waiting. */
  public ClientOptions waiting(Duration toConnect, Duration forAnAnswer) {
    return new ClientOptions(
        server, credentials, trustStore, keyStore, keyPassword, toConnect, forAnAnswer);
  }

  /** The TLS set-up; empty if the JVM's own will do. */
  Optional<SSLContext> sslContext() {
    if (trustStore.isEmpty() && keyStore.isEmpty()) {
      return Optional.empty();
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers(), trustManagers(), null);
      return Optional.of(context);
    } catch (GeneralSecurityException | IOException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_SETTING, "The TLS stores cannot be read: %s", e.getMessage())
          .toException(e);
    }
  }

  private KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
    if (keyStore.isEmpty()) {
      return null;
    }
    String password = keyPassword.isEmpty() ? keyStore.get().password() : keyPassword;
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keyStore.get().load(), password.toCharArray());
    return factory.getKeyManagers();
  }

  private TrustManager[] trustManagers() throws GeneralSecurityException, IOException {
    if (trustStore.isEmpty()) {
      return null;
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trustStore.get().load());
    return factory.getTrustManagers();
  }
}
