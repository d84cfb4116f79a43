package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.parser.ast.Print;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlannerSettings.DefaultEmit;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.server.http.Endpoint;
import io.confluent.ksql.rest.server.http.Exchange;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.wire.CloseQueryRequest;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.QueryStreamRequest;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.util.List;

/** {@code /query}, {@code /query-stream} and {@code /close-query}. */
public final class QueryEndpoints {
  private final ServerParts parts;
  private final QueryStatements statements;
  private final RowStreamer rows;
  private final TopicStreamer topics;

  /** Endpoints over a server's parts. */
  public QueryEndpoints(ServerParts parts, QueryAdmission admission) {
    this.parts = parts;
    statements = new QueryStatements(parts.engine());
    rows = new RowStreamer(parts.queries(), admission);
    topics = new TopicStreamer(parts.outside(), admission);
  }

  /** The endpoints. */
  public List<Endpoint> all() {
    return List.of(
        new Endpoint(
            "POST",
            "/query",
            List.of(
                MediaTypes.KSQL_V1_JSON,
                MediaTypes.JSON,
                MediaTypes.DELIMITED,
                MediaTypes.KSQL_V1_PROTOBUF,
                MediaTypes.PROTOBUF),
            Endpoint.Kind.STREAMING,
            this::query),
        new Endpoint(
            "POST",
            "/query-stream",
            List.of(
                MediaTypes.DELIMITED,
                MediaTypes.JSON,
                MediaTypes.KSQL_V1_JSON,
                MediaTypes.KSQL_V1_PROTOBUF,
                MediaTypes.PROTOBUF),
            Endpoint.Kind.STREAMING,
            this::queryStream),
        new Endpoint(
            "POST",
            "/close-query",
            List.of(MediaTypes.JSON, MediaTypes.KSQL_V1_JSON, MediaTypes.DELIMITED),
            Endpoint.Kind.SHORT,
            this::closeQuery));
  }

  private void query(Exchange exchange) {
    KsqlRequest request = exchange.body(KsqlRequest.class);
    Session session =
        QueryStatements.goingOn(
            parts.rules().session(request.streamsProperties(), request.sessionVariables()),
            request.requestProperties());
    Prepared prepared = statements.one(request.ksql(), session, DefaultEmit.CHANGES);
    if (prepared.statement() instanceof Print print) {
      topics.stream(print, prepared, exchange);
      return;
    }
    rows.stream(
        QueryStatements.query(prepared),
        prepared,
        framing(session, exchange.contentType()),
        exchange);
  }

  private RowFraming framing(Session session, String contentType) {
    CellJson cells = new CellJson();
    return switch (contentType) {
      case MediaTypes.DELIMITED -> new DelimitedFraming(cells);
      case MediaTypes.KSQL_V1_PROTOBUF, MediaTypes.PROTOBUF -> new ProtobufFraming(cells);
      default ->
          parts.engine().settings(session).get(PlannerSettings.CLASSIC_MODE)
              ? new RowLinesFraming(cells)
              : new ClassicFraming(cells);
    };
  }

  private void queryStream(Exchange exchange) {
    QueryStreamRequest request = exchange.body(QueryStreamRequest.class);
    Session session =
        QueryStatements.goingOn(
            parts.rules().session(request.properties(), request.sessionVariables()),
            request.requestProperties());
    Prepared prepared = statements.one(request.sql(), session, DefaultEmit.NONE);
    if (prepared.statement() instanceof Print print) {
      requireDelimited(exchange);
      topics.stream(print, prepared, exchange);
      return;
    }
    rows.stream(
        QueryStatements.query(prepared), prepared, framing(exchange.contentType()), exchange);
  }

  private static void requireDelimited(Exchange exchange) {
    if (!exchange.contentType().equals(MediaTypes.DELIMITED)) {
      throw HttpError.of(
          WireErrorCode.NOT_ACCEPTABLE,
          "PRINT is only answered as " + MediaTypes.DELIMITED + ".",
          "Send Accept: " + MediaTypes.DELIMITED + ".");
    }
  }

  private static RowFraming framing(String contentType) {
    CellJson cells = new CellJson();
    return switch (contentType) {
      case MediaTypes.JSON -> new JsonFraming(cells);
      case MediaTypes.KSQL_V1_JSON -> new ClassicFraming(cells);
      case MediaTypes.KSQL_V1_PROTOBUF, MediaTypes.PROTOBUF -> new ProtobufFraming(cells);
      default -> new DelimitedFraming(cells);
    };
  }

  private void closeQuery(Exchange exchange) {
    String id = exchange.body(CloseQueryRequest.class).queryId();
    TransientQuery query =
        parts.queries().transients().stream()
            .filter(running -> running.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    HttpError.of(
                        WireErrorCode.BAD_REQUEST, "There is no query with id '" + id + "'."));
    query.close();
    exchange.answerEmpty();
  }
}
