package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.Outcome;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.WarningEntity;
import java.util.List;
import java.util.Optional;

/** Statements that change something. */
final class CommandHandler implements StatementHandler<Statement> {
  private final Engine engine;

  CommandHandler(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Optional<Entity> handle(Statement statement, Prepared prepared) {
    Outcome outcome = engine.execute(prepared);
    if (outcome instanceof Outcome.Unchanged unchanged) {
      return Optional.of(new WarningEntity(prepared.text(), unchanged.message(), List.of()));
    }
    if (outcome instanceof Outcome.Commanded commanded) {
      commanded.state().failure().ifPresent(CommandHandler::fail);
      return Optional.of(
          new CommandResult(
              prepared.text(),
              commanded.commandId(),
              WireCommands.status(commanded.state()),
              commanded.state().offset(),
              List.of()));
    }
    return Optional.empty();
  }

  private static void fail(RuntimeException failure) {
    if (failure instanceof DiagnosticException known) {
      throw known
          .diagnostic()
          .note("The command is in the log; what it could not do is tried again at a restart.")
          .toException(known);
    }
    throw Diagnostic.error(ErrorCode.INTERNAL, "The command failed: %s", failure.getMessage())
        .toException(failure);
  }
}
