package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Outcome;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.engine.command.CommandState;
import io.confluent.ksql.parser.ast.DropSource;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.Warning;
import io.confluent.ksql.rest.wire.WarningEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements that change something. */
final class CommandHandler implements StatementHandler<Statement> {
  private final ServerParts parts;

  CommandHandler(ServerParts parts) {
    this.parts = parts;
  }

  @Override
  public Optional<Entity> handle(Statement statement, Prepared prepared) {
    Catalog before = parts.engine().catalog();
    Outcome outcome = parts.engine().execute(prepared);
    if (outcome instanceof Outcome.Unchanged unchanged) {
      return Optional.of(new WarningEntity(prepared.text(), unchanged.message(), List.of()));
    }
    if (outcome instanceof Outcome.Commanded commanded) {
      commanded.state().failure().ifPresent(CommandHandler::fail);
      List<Warning> warnings = new ArrayList<>(skipped(commanded.state(), before));
      RemainingTopic remaining = new RemainingTopic(parts.outside().topics());
      leavesTopicOf(statement, before)
          .ifPresent(source -> warnings.addAll(remaining.warnings(source)));
      return Optional.of(
          new CommandResult(
              prepared.text(),
              commanded.commandId(),
              WireCommands.status(commanded.state()),
              commanded.state().offset(),
              warnings));
    }
    return Optional.empty();
  }

  private static Optional<Source> leavesTopicOf(Statement statement, Catalog before) {
    return statement instanceof DropSource drop && !drop.deleteTopic()
        ? before.source(drop.name().text())
        : Optional.empty();
  }

  /** A query that was there goes on where it was. */
  private List<Warning> skipped(CommandState state, Catalog before) {
    long count =
        state
            .queryId()
            .filter(id -> before.query(id).isEmpty())
            .flatMap(parts.queries()::status)
            .map(QueryStatus::skipped)
            .orElse(0L);
    return SkippedRecords.warnings(count);
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
