package io.confluent.ksql.registry;

import io.confluent.ksql.registry.RegistryServerOptions.Exposure;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.util.List;
import java.util.Set;

/** How the embedded schema registry listens. */
public final class RegistryServerSettings {
  /** Address to bind to. */
  public static final Setting<String> HOST =
      Setting.text("ksql.schema.registry.server.host")
          .defaultsTo("127.0.0.1")
          .doc("The address that the embedded schema registry binds to.");

  /** Port to bind to. */
  public static final Setting<Long> PORT =
      Setting.number("ksql.schema.registry.server.port")
          .defaultsTo(8081L)
          .atLeast(0L)
          .doc("The port that the embedded schema registry binds to; 0 for any free one.");

  /** Largest body of a request. */
  public static final Setting<Long> MAX_REQUEST_BYTES =
      Setting.number("ksql.schema.registry.server.max.request.bytes")
          .defaultsTo(1L << 20)
          .atLeast(1L)
          .doc("The largest request in bytes that the embedded schema registry accepts.");

  /** Further names of the server. */
  public static final Setting<List<String>> ALLOWED_HOSTS =
      Setting.list("ksql.schema.registry.server.allowed.hosts")
          .doc("Names, besides its address, under which clients may address the registry.");

  /** Whether other machines may reach the registry. */
  public static final Setting<Exposure> EXPOSURE =
      Setting.choice("ksql.schema.registry.server.exposure", Exposure.class)
          .doc(
              "Whether the embedded schema registry, which asks for no password, may bind to an"
                  + " address that other machines can reach.");

  private RegistryServerSettings() {}

  /** The options that the settings describe. */
  public static RegistryServerOptions options(Settings settings) {
    return new RegistryServerOptions(
        settings.get(HOST),
        Math.toIntExact(settings.get(PORT)),
        Math.toIntExact(settings.get(MAX_REQUEST_BYTES)),
        Set.copyOf(settings.get(ALLOWED_HOSTS)),
        settings.get(EXPOSURE));
  }
}
