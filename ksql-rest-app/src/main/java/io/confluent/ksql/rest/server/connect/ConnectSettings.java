package io.confluent.ksql.rest.server.connect;

import io.confluent.ksql.setting.Setting;
import java.time.Duration;
import java.util.List;

/** Where connectors run. */
public final class ConnectSettings {
  /** Its address. */
  public static final Setting<String> URL =
      Setting.text("ksql.connect.url")
          .defaultsTo("http://localhost:8083")
          .doc("The worker of Kafka Connect that connector statements are for.");

  /** How long to wait for it. */
  public static final Setting<Duration> TIMEOUT =
      Setting.duration("ksql.connect.request.timeout.ms")
          .defaultsTo(Duration.ofSeconds(5))
          .atLeast(Duration.ofMillis(1))
          .doc("How long the worker of Kafka Connect may take to connect and to answer.");

  /** Who asks. */
  public static final Setting<String> CREDENTIALS_FILE =
      Setting.text("ksql.connect.basic.auth.credentials.file")
          .defaultsTo("")
          .doc(
              "A file with the lines username=.. and password=.. for the worker of Kafka Connect; it"
                  + " is read for every request. Empty: the worker asks nobody who they are.");

  /** Whether a server with a broker of its own also has a worker. */
  public static final Setting<Boolean> EMBEDDED =
      Setting.flag("ksql.connect.embedded")
          .doc(
              "Starts a worker of Kafka Connect in the process, on port 8083, where the broker is in"
                  + " the process too; ksql.connect.url is then its address. A server on a cluster"
                  + " does not start with it.");

  /** All of them. */
  public static final List<Setting<?>> ALL = List.of(EMBEDDED, URL, TIMEOUT, CREDENTIALS_FILE);

  private ConnectSettings() {}
}
