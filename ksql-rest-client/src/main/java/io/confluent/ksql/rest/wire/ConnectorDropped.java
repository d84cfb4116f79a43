package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of DROP CONNECTOR.
 *
 * @param statementText the statement that is answered
 * @param connectorName name of the connector
 * @param warnings what the author should know
 */
public record ConnectorDropped(String statementText, String connectorName, List<Warning> warnings)
    implements Entity {
  public ConnectorDropped {
    statementText = Copies.text(statementText);
    warnings = Copies.of(warnings);
  }
}
