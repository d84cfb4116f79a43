package io.confluent.ksql.connect.mqtt;

import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** Settings of a connection to an MQTT broker. */
class MqttSettings extends AbstractConfig {
  static final String URI = "mqtt.server.uri";
  static final String CLIENT_ID = "mqtt.client.id";
  static final String USER = "mqtt.username";
  static final String PASSWORD = "mqtt.password";
  static final String QOS = "mqtt.qos";
  static final String CLEAN = "mqtt.clean.session.enabled";
  static final String CONNECT_TIMEOUT = "mqtt.connect.timeout.seconds";
  static final String KEEP_ALIVE = "mqtt.keepalive.interval.seconds";
  static final String TRUST_STORE = "mqtt.ssl.trust.store.path";
  static final String TRUST_STORE_PASSWORD = "mqtt.ssl.trust.store.password";
  static final String KEY_STORE = "mqtt.ssl.key.store.path";
  static final String KEY_STORE_PASSWORD = "mqtt.ssl.key.store.password";
  static final String KEY_PASSWORD = "mqtt.ssl.key.password";

  MqttSettings(ConfigDef definition, Map<String, String> given) {
    super(definition, given, false);
    server();
  }

  static ConfigDef connection(int defaultQos) {
    return new ConfigDef()
        .define(
            URI,
            Type.STRING,
            Importance.HIGH,
            "The broker, as tcp://host:1883 or, with TLS, ssl://host:8883.")
        .define(
            CLIENT_ID,
            Type.STRING,
            "",
            Importance.MEDIUM,
            "The name to the broker, one a connector; made of the connector's by default.")
        .define(USER, Type.STRING, "", Importance.MEDIUM, "The user to log in as.")
        .define(PASSWORD, Type.PASSWORD, "", Importance.MEDIUM, "The password of that user.")
        .define(
            QOS,
            Type.INT,
            defaultQos,
            Range.between(0, 2),
            Importance.MEDIUM,
            "0: at most once. 1: at least once. 2: once between this and the broker.")
        .define(
            CONNECT_TIMEOUT,
            Type.INT,
            30,
            Range.atLeast(1),
            Importance.LOW,
            "How long the broker may take to accept the connection.")
        .define(
            KEEP_ALIVE,
            Type.INT,
            60,
            Range.between(0, 65_535),
            Importance.LOW,
            "After how many silent seconds each asks whether the other is there.")
        .define(
            TRUST_STORE,
            Type.STRING,
            "",
            Importance.MEDIUM,
            "Whom to trust, as a JKS or PKCS12 file; what Java trusts by default.")
        .define(TRUST_STORE_PASSWORD, Type.PASSWORD, "", Importance.MEDIUM, "Its password.")
        .define(
            KEY_STORE,
            Type.STRING,
            "",
            Importance.MEDIUM,
            "The client's own certificate and key, as a JKS or PKCS12 file.")
        .define(KEY_STORE_PASSWORD, Type.PASSWORD, "", Importance.MEDIUM, "Its password.")
        .define(
            KEY_PASSWORD,
            Type.PASSWORD,
            "",
            Importance.MEDIUM,
            "The password of the key in it; that of the file by default.");
  }

  final Server server() {
    String text = getString(URI);
    try {
      java.net.URI uri = java.net.URI.create(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean tls =
          switch (scheme) {
            case "tcp", "mqtt" -> false;
            case "ssl", "tls", "mqtts" -> true;
            default -> throw new ConfigException(URI, text, "It begins with tcp:// or ssl://.");
          };
      if (uri.getHost() == null) {
        throw new ConfigException(URI, text, "It names no host.");
      }
      return new Server(uri.getHost(), port(uri, tls ? 8883 : 1883), tls);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(URI, text, e.getMessage());
    }
  }

  private static int port(java.net.URI uri, int otherwise) {
    return uri.getPort() < 0 ? otherwise : uri.getPort();
  }

  /** A broker. */
  record Server(String host, int port, boolean tls) {}
}
