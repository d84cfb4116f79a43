package io.confluent.ksql.engine;

import io.confluent.ksql.engine.command.CommandState;
import java.util.Objects;

/** What came of a statement. */
public sealed interface Outcome {
  /**
   * A command is in the log.
   *
   * @param commandId its id
   * @param state how far it has come
   */
  record Commanded(String commandId, CommandState state) implements Outcome {
    public Commanded {
      Objects.requireNonNull(commandId, "commandId");
      Objects.requireNonNull(state, "state");
    }
  }

  /**
   * There was nothing to do.
   *
   * @param message why, a sentence for people
   */
  record Unchanged(String message) implements Outcome {
    public Unchanged {
      Objects.requireNonNull(message, "message");
    }
  }

  /** A row was written. */
  record Inserted() implements Outcome {}
}
