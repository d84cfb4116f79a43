package io.confluent.ksql.mqtt;

import io.confluent.ksql.mqtt.record.JsonWrapper;
import io.confluent.ksql.setting.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of the MQTT proxy; in the file of {@code bin/ksql-mqtt-proxy-start} they may be written
 * without {@code ksql.mqtt.}.
 */
public final class MqttSettings {
  /** What may be left out of the names. */
  public static final String PREFIX = "ksql.mqtt.";

  /** Whether a server has a proxy in it. */
  public static final Setting<Boolean> ENABLED =
      Setting.flag("ksql.mqtt.enabled").doc("Whether the server takes messages of MQTT clients.");

  /** Where it listens. */
  public static final Setting<List<String>> LISTENERS =
      Setting.list("ksql.mqtt.listeners")
          .defaultsTo(List.of("127.0.0.1:1883"))
          .doc(
              "Addresses for MQTT clients, as host:port; with tls://, ws:// or wss:// before it for"
                  + " TLS, WebSockets, or both.");

  /** Whether everybody may come. */
  public static final Setting<Boolean> INSECURE_LISTEN =
      Setting.flag("ksql.mqtt.insecure.listen")
          .doc(
              "Allows listeners that other machines can reach although no client has to say who it"
                  + " is.");

  /** Which topics go where. */
  public static final Setting<String> TOPIC_REGEX_LIST =
      Setting.text("ksql.mqtt.topic.regex.list")
          .formerly("topic.regex.list")
          .doc(
              "Which MQTT topics go to which Kafka topic, as kafkatopic:regex, ...; the first"
                  + " expression that fits a whole topic decides. What fits none is refused.");

  /** Which topics come from where. */
  public static final Setting<List<String>> SUBSCRIBE_TOPICS =
      Setting.list("ksql.mqtt.subscribe.topics")
          .doc(
              "Further Kafka topics that clients may subscribe to, and their MQTT topics, as"
                  + " kafkatopic:mqtttopic, ...; ${key} is the key of the record.");

  /** Whether missing topics are made. */
  public static final Setting<Boolean> CREATE_TOPICS =
      Setting.flag("ksql.mqtt.topics.create")
          .defaultsTo(true)
          .doc(
              "Whether Kafka topics of ksql.mqtt.topic.regex.list that are missing are created at"
                  + " the start.");

  /** The key of records. */
  public static final Setting<String> RECORD_KEY =
      Setting.text("ksql.mqtt.record.key")
          .defaultsTo("${topic}")
          .doc(
              "The key of a record: a template with ${topic}, ${topic.N} (its level N), ${group.N},"
                  + " ${group.NAME} (groups of the expression), ${client}, ${user}, ${qos},"
                  + " ${property.NAME}. Empty for no key.");

  /** Headers of records. */
  public static final Setting<List<String>> RECORD_HEADERS =
      Setting.list("ksql.mqtt.record.headers")
          .doc(
              "Headers of a record besides the user properties of its message, as name=template,"
                  + " ...");

  /** Fields around a payload. */
  public static final Setting<List<String>> JSON_FIELDS =
      Setting.list("ksql.mqtt.record.json.fields")
          .doc(
              "Fields of a JSON object that the payload is put into, as name=template, ...; without"
                  + " any the value of a record is the payload, byte for byte.");

  /** The field of the payload. */
  public static final Setting<String> JSON_PAYLOAD_FIELD =
      Setting.text("ksql.mqtt.record.json.payload.field")
          .defaultsTo("payload")
          .doc("The field of that object that holds the payload.");

  /** The form of the payload. */
  public static final Setting<JsonWrapper.Form> JSON_PAYLOAD =
      Setting.choice("ksql.mqtt.record.json.payload", JsonWrapper.Form.class)
          .doc(
              "How the payload stands there: as a text, as the JSON that it is (anything else is"
                  + " refused), or in base64.");

  /** Users. */
  public static final Setting<String> PASSWORD_FILE =
      Setting.text("ksql.mqtt.password.file")
          .doc(
              "A file of users and hashes of their passwords, one a line, as"
                  + " bin/ksql-mqtt-proxy-start --hash-password USER and mosquitto_passwd write"
                  + " them. With it clients must say who they are.");

  /** Rules. */
  public static final Setting<String> ACL_FILE =
      Setting.text("ksql.mqtt.acl.file")
          .doc(
              "A file of rules, one a line, such as 'user alice publish car/+/temperature'; what"
                  + " none allows is refused.");

  /** The certificate. */
  public static final Setting<String> SSL_CERTIFICATE =
      Setting.text("ksql.mqtt.ssl.certificate")
          .doc("A PEM file: the certificate for tls:// and wss://, and those it was signed with.");

  /** Its key. */
  public static final Setting<String> SSL_KEY =
      Setting.text("ksql.mqtt.ssl.key").doc("A PEM file: the key of the certificate (PKCS 8).");

  /** The password of the key. */
  public static final Setting<String> SSL_KEY_PASSWORD =
      Setting.text("ksql.mqtt.ssl.key.password").secret().doc("The password of the key, if any.");

  /** Who signs the certificates of clients. */
  public static final Setting<String> SSL_CLIENT_CA =
      Setting.text("ksql.mqtt.ssl.client.ca")
          .doc(
              "A PEM file: who signs certificates of clients. With it clients on tls:// and wss://"
                  + " must have one; the user is its CN.");

  /** Web pages. */
  public static final Setting<List<String>> ALLOWED_ORIGINS =
      Setting.list("ksql.mqtt.allowed.origins")
          .doc("Origins of web pages that may open WebSockets, as http://host:port; * for all.");

  /** The longest packet. */
  public static final Setting<Long> MAX_PACKET =
      Setting.number("ksql.mqtt.packet.max.bytes")
          .defaultsTo((1L << 20) + (64L << 10))
          .atLeast(128L)
          .doc(
              "The longest packet of a client, in bytes: by default 1 MiB, and 64 KiB for what stands"
                  + " around it. Kafka topics that the proxy creates take as much.");

  /** How many clients. */
  public static final Setting<Long> MAX_CONNECTIONS =
      Setting.number("ksql.mqtt.connections.max")
          .defaultsTo(50_000L)
          .atLeast(1L)
          .doc("How many clients may be connected.");

  /** How many sessions. */
  public static final Setting<Long> MAX_SESSIONS =
      Setting.number("ksql.mqtt.sessions.max")
          .defaultsTo(100_000L)
          .atLeast(1L)
          .doc("How many sessions there may be, of clients that are connected or will return.");

  /** How many messages under way. */
  public static final Setting<Long> IN_FLIGHT =
      Setting.number("ksql.mqtt.client.inflight.max")
          .defaultsTo(1_000L)
          .atLeast(1L)
          .doc(
              "How many messages of a client may be on their way to Kafka before nothing more is"
                  + " read from it.");

  /** How fast. */
  public static final Setting<Long> RATE =
      Setting.number("ksql.mqtt.client.rate.max")
          .atLeast(0L)
          .doc("How many messages a second are read from one client; 0 for any number.");

  /** How many bytes under way. */
  public static final Setting<Long> BUFFER =
      Setting.number("ksql.mqtt.buffer.bytes")
          .defaultsTo(32L * 1024 * 1024)
          .atLeast(64L * 1024)
          .doc(
              "How many bytes of all clients may be on their way to Kafka before nothing more is"
                  + " read from them.");

  /** How many bytes for subscribers. */
  public static final Setting<Long> QUEUE_BYTES =
      Setting.number("ksql.mqtt.subscribe.queue.bytes")
          .defaultsTo(64L * 1024 * 1024)
          .atLeast(0L)
          .doc("How many bytes may wait for all subscribers together; what exceeds it is lost.");

  /** How many messages for a subscriber. */
  public static final Setting<Long> QUEUE_MESSAGES =
      Setting.number("ksql.mqtt.subscribe.queue.messages")
          .defaultsTo(1_000L)
          .atLeast(1L)
          .doc(
              "How many messages may wait for a subscriber that is slow or away; what exceeds it is"
                  + " lost.");

  /** How long a client has to connect. */
  public static final Setting<Duration> CONNECT_TIMEOUT =
      Setting.duration("ksql.mqtt.connect.timeout.ms")
          .defaultsTo(Duration.ofSeconds(10))
          .atLeast(Duration.ofMillis(1))
          .doc("How long a client has, from opening a connection, to say who it is.");

  /** The longest silence. */
  public static final Setting<Duration> KEEP_ALIVE =
      Setting.duration("ksql.mqtt.keepalive.max.ms")
          .atLeast(Duration.ZERO)
          .doc("The longest keep-alive that clients get, in whole seconds; 0: what they ask for.");

  /** How long sessions are kept. */
  public static final Setting<Duration> SESSION_EXPIRY =
      Setting.duration("ksql.mqtt.session.expiry.max.ms")
          .defaultsTo(Duration.ofHours(1))
          .atLeast(Duration.ZERO)
          .doc("How long sessions of clients that are away are kept at most, in memory.");

  /** All of them. */
  public static final List<Setting<?>> ALL =
      List.of(
          ENABLED,
          LISTENERS,
          INSECURE_LISTEN,
          TOPIC_REGEX_LIST,
          SUBSCRIBE_TOPICS,
          CREATE_TOPICS,
          RECORD_KEY,
          RECORD_HEADERS,
          JSON_FIELDS,
          JSON_PAYLOAD_FIELD,
          JSON_PAYLOAD,
          PASSWORD_FILE,
          ACL_FILE,
          SSL_CERTIFICATE,
          SSL_KEY,
          SSL_KEY_PASSWORD,
          SSL_CLIENT_CA,
          ALLOWED_ORIGINS,
          MAX_PACKET,
          MAX_CONNECTIONS,
          MAX_SESSIONS,
          IN_FLIGHT,
          RATE,
          BUFFER,
          QUEUE_BYTES,
          QUEUE_MESSAGES,
          CONNECT_TIMEOUT,
          KEEP_ALIVE,
          SESSION_EXPIRY);

  private MqttSettings() {}

  /** The settings of a file that is only about the proxy: names without the prefix get it. */
  public static Map<String, String> ofOwnFile(Map<String, String> given) {
    Map<String, String> named = new TreeMap<>(given);
    for (Setting<?> setting : ALL) {
      String value = named.remove(setting.name().substring(PREFIX.length()));
      if (value != null) {
        named.putIfAbsent(setting.name(), value);
      }
    }
    return named;
  }
}
