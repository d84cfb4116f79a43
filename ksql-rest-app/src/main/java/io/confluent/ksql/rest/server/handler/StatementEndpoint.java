package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.parser.ast.Print;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.server.http.Endpoint;
import io.confluent.ksql.rest.server.http.Exchange;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.StatementError;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /ksql}: a script, validated as a whole, then carried out one by one. */
public final class StatementEndpoint {
  private final ServerParts parts;
  private final HandlerTable handlers;

  /** An endpoint over a server's parts. */
  public StatementEndpoint(ServerParts parts, HandlerTable handlers) {
    this.parts = parts;
    this.handlers = handlers;
  }

  /** The endpoint. */
  public Endpoint endpoint() {
    return new Endpoint(
        "POST",
        "/ksql",
        List.of(MediaTypes.KSQL_V1_JSON, MediaTypes.JSON),
        Endpoint.Kind.SHORT,
        this::answer);
  }

  private void answer(Exchange exchange) {
    KsqlRequest request = exchange.body(KsqlRequest.class);
    if (request.ksql().isBlank()) {
      throw HttpError.of(WireErrorCode.BAD_REQUEST, "The member \"ksql\" has no statement.");
    }
    awaitCommand(request);
    Session session =
        parts.rules().session(request.streamsProperties(), request.sessionVariables());
    List<Prepared> script = parts.engine().prepareOpen(request.ksql(), session);
    script.forEach(StatementEndpoint::refuseQuery);
    List<Entity> answers = carryOut(script);
    boolean classic =
        parts.engine().settings(session).get(PlannerSettings.CLASSIC_MODE)
            && ClassicEntities.areReadBy(exchange);
    exchange.answer(classic ? ClassicEntities.of(answers) : answers);
  }

  private void awaitCommand(KsqlRequest request) {
    Duration timeout = parts.settings().get(EngineSettings.COMMAND_TIMEOUT);
    Optional<Long> command = request.commandSequenceNumber().filter(number -> number >= 0);
    if (command.isPresent() && !parts.engine().awaitCommand(command.get(), timeout)) {
      throw HttpError.of(
          WireErrorCode.COMMAND_QUEUE_TIMEOUT,
          "Command %d was not carried out in time.".formatted(command.get()));
    }
  }

  private static void refuseQuery(Prepared prepared) {
    if (prepared.statement() instanceof Query || prepared.statement() instanceof Print) {
      throw new HttpError(
          new StatementError(
              WireErrorCode.QUERY_ENDPOINT.number(),
              "SELECT and PRINT are answered by /query and /query-stream.",
              prepared.text(),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.of("Send the statement there."),
              List.of()));
    }
  }

  private List<Entity> carryOut(List<Prepared> script) {
    List<Entity> answers = new ArrayList<>();
    for (Prepared prepared : script) {
      try {
        handlers.handle(prepared).ifPresent(answers::add);
      } catch (DiagnosticException e) {
        throw HttpError.of(new StatementException(prepared.text(), e), answers);
      } catch (RuntimeException e) {
        throw HttpError.of(e, answers);
      }
    }
    return answers;
  }
}
