package io.confluent.ksql.connect.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to a broker that comes back by itself. */
final class MqttConnection {
  private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);

  private MqttConnection() {}

  /**
   * A client that is not connected yet.
   *
   * @param name of the connector, for a client without a name of its own
   * @param onConnected called each time a connection is there
   */
  static Mqtt3AsyncClient client(MqttSettings settings, String name, Runnable onConnected) {
    MqttSettings.Server server = settings.server();
    String id = settings.getString(MqttSettings.CLIENT_ID);
    Mqtt3ClientBuilder builder =
        Mqtt3Client.builder()
            .identifier(id.isEmpty() ? name : id)
            .transportConfig(transport(settings))
            .automaticReconnect()
            .initialDelay(500, TimeUnit.MILLISECONDS)
            .maxDelay(30, TimeUnit.SECONDS)
            .applyAutomaticReconnect()
            .addConnectedListener(context -> onConnected.run())
            .addDisconnectedListener(context -> lost(server, context));
    if (!settings.getString(MqttSettings.USER).isEmpty()) {
      builder = builder.simpleAuth(login(settings));
    }
    return builder.buildAsync();
  }

  private static void lost(MqttSettings.Server server, MqttClientDisconnectedContext context) {
    if (context.getSource() != MqttDisconnectSource.USER) {
      LOG.warn(
          "{}:{} is not connected: {}",
          server.host(),
          server.port(),
          context.getCause().getMessage());
    }
  }

  private static Mqtt3SimpleAuth login(MqttSettings settings) {
    String password = settings.getPassword(MqttSettings.PASSWORD).value();
    return Mqtt3SimpleAuth.builder()
        .username(settings.getString(MqttSettings.USER))
        .password(password.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private static MqttClientTransportConfig transport(MqttSettings settings) {
    MqttSettings.Server server = settings.server();
    var transport =
        MqttClientTransportConfig.builder()
            .serverHost(server.host())
            .serverPort(server.port())
            .mqttConnectTimeout(settings.getInt(MqttSettings.CONNECT_TIMEOUT), TimeUnit.SECONDS);
    return server.tls() ? transport.sslConfig(tls(settings)).build() : transport.build();
  }

  /** Begins to connect, and goes on until it is or is closed. */
  static void connect(Mqtt3AsyncClient client, MqttSettings settings, boolean clean) {
    client
        .connectWith()
        .cleanSession(clean)
        .keepAlive(settings.getInt(MqttSettings.KEEP_ALIVE))
        .send();
  }

  /** Says goodbye, in a moment or not at all. */
  static void close(Mqtt3AsyncClient client) {
    try {
      client.disconnect().get(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("Not disconnected", e);
    }
  }

  /** A name that no other client has. */
  static String uniqueName(String connector) {
    return connector + '-' + UUID.randomUUID().toString().substring(0, 8);
  }

  private static MqttClientSslConfig tls(MqttSettings settings) {
    var tls = MqttClientSslConfig.builder();
    try {
      if (!settings.getString(MqttSettings.TRUST_STORE).isEmpty()) {
        TrustManagerFactory trust =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(
            store(
                settings,
                MqttSettings.TRUST_STORE,
                secret(settings, MqttSettings.TRUST_STORE_PASSWORD)));
        tls = tls.trustManagerFactory(trust);
      }
      if (!settings.getString(MqttSettings.KEY_STORE).isEmpty()) {
        char[] password = secret(settings, MqttSettings.KEY_STORE_PASSWORD);
        char[] ofKey = secret(settings, MqttSettings.KEY_PASSWORD);
        KeyManagerFactory keys =
            KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(
            store(settings, MqttSettings.KEY_STORE, password),
            ofKey.length == 0 ? password : ofKey);
        tls = tls.keyManagerFactory(keys);
      }
    } catch (GeneralSecurityException e) {
      throw new ConfigException("The certificates of the MQTT connection: " + e.getMessage());
    }
    return tls.build();
  }

  private static KeyStore store(MqttSettings settings, String name, char[] password)
      throws GeneralSecurityException {
    String path = settings.getString(name);
    try {
      return KeyStore.getInstance(new File(path), password);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(name, path, e.getMessage());
    }
  }

  private static char[] secret(MqttSettings settings, String name) {
    return settings.getPassword(name).value().toCharArray();
  }
}
