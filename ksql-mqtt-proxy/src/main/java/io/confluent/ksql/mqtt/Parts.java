package io.confluent.ksql.mqtt;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.mqtt.access.AccessRules;
import io.confluent.ksql.mqtt.access.Passwords;
import io.confluent.ksql.mqtt.record.JsonWrapper;
import io.confluent.ksql.mqtt.record.RecordLayout;
import io.confluent.ksql.mqtt.record.Template;
import io.confluent.ksql.mqtt.record.TopicRoutes;
import io.confluent.ksql.mqtt.server.Limits;
import io.confluent.ksql.mqtt.server.Listener;
import io.confluent.ksql.mqtt.server.LongPackets;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Reads the settings, and makes of them what can be made without network and without Kafka. */
final class Parts {
  /** One slow device must not stop all others that send long packets. */
  private static final int LEAST_LONG_PACKETS = 4;

  private final Settings settings;

  Parts(Settings settings) {
    this.settings = settings;
  }

  List<Listener> listeners() {
    List<Listener> listeners =
        settings.get(MqttSettings.LISTENERS).stream().map(Listener::of).toList();
    if (listeners.isEmpty()) {
      throw missing(MqttSettings.LISTENERS, "Write for example 127.0.0.1:1883.");
    }
    boolean everybody =
        settings.get(MqttSettings.PASSWORD_FILE).isEmpty()
            && !settings.get(MqttSettings.INSECURE_LISTEN);
    boolean certified = !settings.get(MqttSettings.SSL_CLIENT_CA).isEmpty();
    for (Listener listener : listeners) {
      boolean known = listener.transport().isEncrypted() && certified;
      if (everybody && !known && !listener.isLoopback()) {
        throw Diagnostic.error(
                ErrorCode.INVALID_SETTING,
                "The listener %s can be reached from other machines, and no client has to say who"
                    + " it is.",
                listener)
            .hint(
                "Listen on 127.0.0.1:1883, set %s, or set %s=true if everybody who can reach it may"
                        .formatted(
                            MqttSettings.PASSWORD_FILE.name(), MqttSettings.INSECURE_LISTEN.name())
                    + " send.")
            .toException();
      }
    }
    return listeners;
  }

  private static RuntimeException missing(Setting<?> setting, String hint) {
    return Diagnostic.error(ErrorCode.INVALID_SETTING, "The setting %s is missing.", setting)
        .hint(hint)
        .toException();
  }

  TopicRoutes routes() {
    String text = settings.get(MqttSettings.TOPIC_REGEX_LIST);
    if (text.isEmpty()) {
      throw missing(
          MqttSettings.TOPIC_REGEX_LIST,
          "It says where messages go: topic.regex.list=temperature:.*temperature");
    }
    return TopicRoutes.of(text);
  }

  RecordLayout layout() {
    Map<String, Template> fields = templates(MqttSettings.JSON_FIELDS);
    return new RecordLayout(
        Template.of(settings.get(MqttSettings.RECORD_KEY)),
        templates(MqttSettings.RECORD_HEADERS),
        fields.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new JsonWrapper(
                    fields,
                    settings.get(MqttSettings.JSON_PAYLOAD_FIELD),
                    settings.get(MqttSettings.JSON_PAYLOAD))));
  }

  private Map<String, Template> templates(Setting<List<String>> setting) {
    Map<String, Template> templates = new LinkedHashMap<>();
    for (String entry : settings.get(setting)) {
      int equals = entry.indexOf('=');
      if (equals < 1) {
        throw Diagnostic.error(
                ErrorCode.INVALID_SETTING, "The setting %s cannot contain '%s'.", setting, entry)
            .hint("Write name=template, for example device=${topic.2}.")
            .toException();
      }
      templates.put(
          entry.substring(0, equals).strip(), Template.of(entry.substring(equals + 1).strip()));
    }
    return templates;
  }

  Optional<Passwords> passwords() {
    return file(MqttSettings.PASSWORD_FILE).map(Passwords::read);
  }

  AccessRules rules() {
    return file(MqttSettings.ACL_FILE).map(AccessRules::read).orElseGet(AccessRules::open);
  }

  private Optional<Path> file(Setting<String> setting) {
    return Optional.of(settings.get(setting)).filter(text -> !text.isEmpty()).map(Path::of);
  }

  /** What encrypted listeners need; none if there is no such listener. */
  Optional<SslContext> ssl(List<Listener> listeners) {
    if (listeners.stream().noneMatch(listener -> listener.transport().isEncrypted())) {
      return Optional.empty();
    }
    File certificate =
        file(MqttSettings.SSL_CERTIFICATE)
            .orElseThrow(() -> missing(MqttSettings.SSL_CERTIFICATE, "Listeners with TLS need it."))
            .toFile();
    File key =
        file(MqttSettings.SSL_KEY)
            .orElseThrow(() -> missing(MqttSettings.SSL_KEY, "Listeners with TLS need it."))
            .toFile();
    String password = settings.get(MqttSettings.SSL_KEY_PASSWORD);
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(certificate, key, password.isEmpty() ? null : password)
              .protocols("TLSv1.3", "TLSv1.2");
      file(MqttSettings.SSL_CLIENT_CA)
          .ifPresent(ca -> builder.trustManager(ca.toFile()).clientAuth(ClientAuth.REQUIRE));
      return Optional.of(builder.build());
    } catch (SSLException | IllegalArgumentException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_SETTING,
              "Certificate and key cannot be used: %s",
              e.getCause() == null ? e.getMessage() : e.getCause().getMessage())
          .hint("Both must be PEM files, the key in the form of PKCS 8.")
          .toException(e);
    }
  }

  Limits limits() {
    return new Limits(
        number(MqttSettings.MAX_PACKET),
        number(MqttSettings.MAX_CONNECTIONS),
        number(MqttSettings.IN_FLIGHT),
        number(MqttSettings.RATE),
        settings.get(MqttSettings.CONNECT_TIMEOUT),
        settings.get(MqttSettings.KEEP_ALIVE),
        settings.get(MqttSettings.SESSION_EXPIRY));
  }

  /** How long a record may be: topic and properties stand in it too, perhaps twice and in JSON. */
  int recordBytes() {
    return (int) Math.min(2 * settings.get(MqttSettings.MAX_PACKET), Integer.MAX_VALUE);
  }

  /** As many as the buffer for all clients could hold. */
  LongPackets longPackets() {
    long most = settings.get(MqttSettings.BUFFER) / settings.get(MqttSettings.MAX_PACKET);
    return new LongPackets(
        (int) Math.max(LEAST_LONG_PACKETS, Math.min(most, Integer.MAX_VALUE)),
        settings.get(MqttSettings.CONNECT_TIMEOUT));
  }

  /** A number that must fit into 32 bits; what is more means no limit. */
  int number(Setting<Long> setting) {
    return (int) Math.min(settings.get(setting), Integer.MAX_VALUE);
  }
}
