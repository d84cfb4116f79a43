package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of a statement that went through the command log: CREATE, DROP, INSERT INTO ...
 * SELECT, TERMINATE, PAUSE, RESUME, ALTER and the like.
 *
 * @param statementText the statement that is answered
 * @param commandId which command, as {@code stream/`NAME`/create}
 * @param commandStatus how far it has come
 * @param commandSequenceNumber its place in the command log, for requests that must see its effect;
 *     -1 if it has none
 * @param warnings what the author should know
 */
public record CommandResult(
    String statementText,
    String commandId,
    CommandStatus commandStatus,
    long commandSequenceNumber,
    List<Warning> warnings)
    implements Entity {
  public CommandResult {
    statementText = Copies.text(statementText);
    warnings = Copies.of(warnings);
  }
}
