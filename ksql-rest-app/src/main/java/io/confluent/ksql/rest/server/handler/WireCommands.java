package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.engine.command.CommandState;
import io.confluent.ksql.rest.wire.CommandStatus;

/** Commands as the wire shows them. */
public final class WireCommands {
  private WireCommands() {}

  /** How far a command has come. */
  public static CommandStatus status(CommandState state) {
    CommandStatus.Status status =
        switch (state.stage()) {
          case QUEUED -> CommandStatus.Status.QUEUED;
          case SUCCESS -> CommandStatus.Status.SUCCESS;
          case ERROR -> CommandStatus.Status.ERROR;
        };
    return new CommandStatus(status, state.message(), state.queryId());
  }
}
