package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of LIST CONNECTORS.
 *
 * @param statementText the statement that is answered
 * @param connectors the connectors
 * @param warnings what the author should know
 */
public record ConnectorsList(
    String statementText, List<Connector> connectors, List<Warning> warnings) implements Entity {
  public ConnectorsList {
    statementText = Copies.text(statementText);
    connectors = Copies.of(connectors);
    warnings = Copies.of(warnings);
  }

  /**
   * A connector.
   *
   * @param name its name
   * @param type {@code source}, {@code sink} or {@code unknown}
   * @param className its class
   * @param state its state, for people
   */
  public record Connector(String name, String type, String className, String state) {
    public Connector {
      type = Copies.text(type);
      className = Copies.text(className);
      state = Copies.text(state);
    }
  }
}
