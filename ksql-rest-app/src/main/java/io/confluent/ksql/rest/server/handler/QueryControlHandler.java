package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.QueryControl;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.QueryTerminated;
import java.util.List;
import java.util.Optional;

/** TERMINATE, PAUSE and RESUME. */
final class QueryControlHandler implements StatementHandler<QueryControl> {
  private final ServerParts parts;
  private final CommandHandler commands;

  QueryControlHandler(ServerParts parts, CommandHandler commands) {
    this.parts = parts;
    this.commands = commands;
  }

  @Override
  public Optional<Entity> handle(QueryControl control, Prepared prepared) {
    return prepared.plan().isPresent()
        ? commands.handle(control, prepared)
        : Optional.of(endTransient(control, control.queryId().orElseThrow(), prepared));
  }

  private Entity endTransient(QueryControl control, Identifier id, Prepared prepared) {
    TransientQuery query =
        parts.queries().transients().stream()
            .filter(running -> running.id().equalsIgnoreCase(id.text()))
            .findFirst()
            .orElseThrow(
                () ->
                    Diagnostic.error(
                            ErrorCode.QUERY_NOT_FOUND,
                            id.span(),
                            "There is no query %s.",
                            id.text())
                        .hint("SHOW QUERIES lists them.")
                        .toException());
    if (control.action() != QueryControl.Action.TERMINATE) {
      throw Diagnostic.error(
              ErrorCode.NOT_SUPPORTED,
              control.span(),
              "Only queries of the command log can be paused; %s is none.",
              query.id())
          .toException();
    }
    query.close();
    return new QueryTerminated(prepared.text(), query.id(), true, List.of());
  }
}
