package io.confluent.ksql.engine.command;

import io.confluent.ksql.planner.command.Command;
import java.util.Objects;
import java.util.Optional;

/**
 * A record of the command log.
 *
 * @param offset its place, counted from 0
 * @param command what it says; empty if this release cannot read it
 * @param problem why it cannot be read; empty if it can
 */
public record LoggedCommand(long offset, Optional<Command> command, String problem) {
  public LoggedCommand {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(problem, "problem");
  }

  /** A command at its place. */
  public static LoggedCommand of(long offset, Command command) {
    return new LoggedCommand(offset, Optional.of(command), "");
  }

  /** A record that this release cannot read. */
  public static LoggedCommand unreadable(long offset, String problem) {
    return new LoggedCommand(offset, Optional.empty(), problem);
  }
}
