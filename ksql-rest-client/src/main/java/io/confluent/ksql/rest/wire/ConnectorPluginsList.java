package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of LIST CONNECTOR PLUGINS.
 *
 * @param statementText the statement that is answered
 * @param connectorsPlugins the plug-ins
 * @param warnings what the author should know
 */
public record ConnectorPluginsList(
    String statementText, List<Plugin> connectorsPlugins, List<Warning> warnings)
    implements Entity {
  public ConnectorPluginsList {
    statementText = Copies.text(statementText);
    connectorsPlugins = Copies.of(connectorsPlugins);
    warnings = Copies.of(warnings);
  }

  /**
   * A plug-in of Kafka Connect.
   *
   * @param className its class
   * @param type {@code source} or {@code sink}
   * @param version its version; empty if it does not say
   */
  public record Plugin(String className, String type, String version) {
    public Plugin {
      type = Copies.text(type);
      version = Copies.text(version);
    }
  }
}
