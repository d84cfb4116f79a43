package io.confluent.ksql.rest.wire;

import java.util.List;
import java.util.Map;

/**
 * The answer of CREATE CONNECTOR.
 *
 * @param statementText the statement that is answered
 * @param info the connector
 * @param warnings what the author should know
 */
public record ConnectorCreated(String statementText, Connector info, List<Warning> warnings)
    implements Entity {
  public ConnectorCreated {
    statementText = Copies.text(statementText);
    warnings = Copies.of(warnings);
  }

  /**
   * A connector as Kafka Connect answers its creation.
   *
   * @param name its name
   * @param config its configuration
   * @param tasks its tasks, none yet as a rule
   * @param type {@code source}, {@code sink} or {@code unknown}
   */
  public record Connector(
      String name, Map<String, String> config, List<ConnectorTask> tasks, String type) {
    public Connector {
      config = Copies.of(config);
      tasks = Copies.of(tasks);
      type = Copies.text(type);
    }
  }

  /**
   * A task of a connector.
   *
   * @param connector name of the connector
   * @param task number of the task
   */
  public record ConnectorTask(String connector, int task) {}
}
