package io.confluent.ksql.rest.wire;

import java.util.Map;

/**
 * The answer of {@code GET /status}.
 *
 * @param commandStatuses where every command stands, by its id
 */
public record CommandStatuses(Map<String, CommandStatus.Status> commandStatuses) {
  public CommandStatuses {
    commandStatuses = Copies.of(commandStatuses);
  }
}
