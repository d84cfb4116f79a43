package io.confluent.ksql.serde.registry;

import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the schema registry is. */
public final class SchemaRegistrySettings {
  /** Addresses of the registry. */
  public static final Setting<List<String>> URL =
      Setting.list("ksql.schema.registry.url")
          .doc(
              "Addresses of the schema registry, tried in this order. Without one, formats that need"
                  + " a registry cannot be used.");

  /** Name and password. */
  public static final Setting<String> USER_INFO =
      Setting.text("ksql.schema.registry.basic.auth.user.info")
          .secret()
          .doc("Name and password for the schema registry, with a colon between them.");

  /** How long to wait. */
  public static final Setting<Duration> TIMEOUT =
      Setting.duration("ksql.schema.registry.timeout.ms")
          .defaultsTo(Duration.ofSeconds(10))
          .atLeast(Duration.ofMillis(1))
          .doc("How long the schema registry may take to connect and to answer.");

  private SchemaRegistrySettings() {}

  /** The client that the settings describe; empty if there is no address. */
  public static Optional<SchemaRegistry> registry(Settings settings) {
    List<URI> addresses = settings.get(URL).stream().map(URI::create).toList();
    return addresses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HttpSchemaRegistry(addresses, settings.get(TIMEOUT), settings.get(USER_INFO)));
  }
}
