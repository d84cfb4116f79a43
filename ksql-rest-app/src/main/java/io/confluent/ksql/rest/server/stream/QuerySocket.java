package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.parser.ast.Print;
import io.confluent.ksql.planner.PlannerSettings.DefaultEmit;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.server.http.Exchange;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.server.http.SocketEndpoint;
import io.confluent.ksql.rest.server.http.SocketWriter;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /ws/query}: a query by a websocket, the request in the URL. */
public final class QuerySocket {
  private static final String REQUEST = "request";

  private final ServerParts parts;
  private final QueryStatements statements;
  private final RowStreamer rows;
  private final TopicStreamer topics;

  /** An endpoint over a server's parts. */
  public QuerySocket(ServerParts parts, QueryAdmission admission) {
    this.parts = parts;
    statements = new QueryStatements(parts.engine());
    rows = new RowStreamer(parts.queries(), admission);
    topics = new TopicStreamer(parts.outside(), admission);
  }

  /** The endpoint. */
  public SocketEndpoint endpoint() {
    return new SocketEndpoint("/ws/query", this::answer);
  }

  private void answer(Map<String, String> parameters, SocketWriter out) {
    try {
      query(parameters, out);
    } catch (RuntimeException e) {
      out.fail(HttpError.of(e, List.of()));
    }
  }

  private void query(Map<String, String> parameters, SocketWriter out) {
    String json =
        Optional.ofNullable(parameters.get(REQUEST))
            .orElseThrow(
                () ->
                    HttpError.of(
                        WireErrorCode.BAD_REQUEST, "The URL has no parameter \"request\"."));
    KsqlRequest request = Exchange.read(json.getBytes(StandardCharsets.UTF_8), KsqlRequest.class);
    awaitCommand(request);
    Session session =
        QueryStatements.goingOn(
            parts.rules().session(request.streamsProperties(), request.sessionVariables()),
            request.requestProperties());
    Prepared prepared = statements.one(request.ksql(), session, DefaultEmit.NONE);
    if (prepared.statement() instanceof Print print) {
      topics.stream(print, prepared, () -> out, "");
    } else {
      rows.stream(
          QueryStatements.query(prepared), prepared, new SocketFraming(new CellJson()), () -> out);
    }
  }

  private void awaitCommand(KsqlRequest request) {
    Optional<Long> command = request.commandSequenceNumber().filter(number -> number >= 0);
    if (command.isPresent()
        && !parts
            .engine()
            .awaitCommand(command.get(), parts.settings().get(EngineSettings.COMMAND_TIMEOUT))) {
      throw HttpError.of(
          WireErrorCode.COMMAND_QUEUE_TIMEOUT,
          "Command %d was not carried out in time.".formatted(command.get()));
    }
  }
}
