package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * The answer of DESCRIBE CONNECTOR.
 *
 * @param statementText the statement that is answered
 * @param connectorClass its class
 * @param status its state and that of its tasks
 * @param sources the streams and tables over its topics
 * @param topics its topics
 * @param warnings what the author should know
 */
public record ConnectorDescribed(
    String statementText,
    String connectorClass,
    Status status,
    List<SourceDescription> sources,
    List<String> topics,
    List<Warning> warnings)
    implements Entity {
  public ConnectorDescribed {
    statementText = Copies.text(statementText);
    connectorClass = Copies.text(connectorClass);
    sources = Copies.of(sources);
    topics = Copies.of(topics);
    warnings = Copies.of(warnings);
  }

  /**
   * The state of a connector.
   *
   * @param name its name
   * @param connector the state of the connector itself
   * @param tasks the states of its tasks
   * @param type {@code source}, {@code sink} or {@code unknown}
   */
  public record Status(String name, State connector, List<TaskState> tasks, String type) {
    public Status {
      tasks = Copies.of(tasks);
      type = Copies.text(type);
    }
  }

  /**
   * The state of a connector on a worker.
   *
   * @param state {@code RUNNING}, {@code FAILED}, ...
   * @param workerId the worker
   * @param trace stack trace of its failure; written as null if it has not failed
   */
  public record State(
      String state, @JsonProperty("worker_id") String workerId, Optional<String> trace) {}

  /**
   * The state of a task.
   *
   * @param id number of the task
   * @param state {@code RUNNING}, {@code FAILED}, ...
   * @param workerId the worker
   * @param trace stack trace of its failure; written as null if it has not failed
   */
  public record TaskState(
      int id, String state, @JsonProperty("worker_id") String workerId, Optional<String> trace) {}
}
