package io.confluent.ksql.rest.server.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.server.http.BodyLines;
import io.confluent.ksql.rest.server.http.Endpoint;
import io.confluent.ksql.rest.server.http.Exchange;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.server.http.PieceWriter;
import io.confluent.ksql.rest.wire.InsertAck;
import io.confluent.ksql.rest.wire.InsertsStreamRequest;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.WireErrorCode;
import io.confluent.ksql.rest.wire.WireJson;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.util.KsqlException;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /inserts-stream}: rows in, a line each, and a line back for each that is written. */
public final class InsertsEndpoint {
  private final ServerParts parts;

  /** An endpoint over a server's parts. */
  public InsertsEndpoint(ServerParts parts) {
    this.parts = parts;
  }

  /** The endpoint. */
  public Endpoint endpoint() {
    return new Endpoint(
        "POST",
        "/inserts-stream",
        List.of(MediaTypes.DELIMITED, MediaTypes.JSON),
        Endpoint.Kind.DUPLEX,
        this::answer);
  }

  private void answer(Exchange exchange) {
    if (!exchange.isHttp2()) {
      throw HttpError.of(
          WireErrorCode.HTTP2_ONLY, "Rows are only taken by HTTP/2, which this request is not.");
    }
    BodyLines lines = exchange.lines();
    String first =
        lines
            .next()
            .orElseThrow(() -> HttpError.of(WireErrorCode.BAD_REQUEST, "The request has no body."));
    InsertsStreamRequest request =
        Exchange.read(first.getBytes(StandardCharsets.UTF_8), InsertsStreamRequest.class);
    Session session = parts.rules().session(request.properties(), Map.of());
    Source target = target(request.target(), session);
    Acks acks = new Acks(exchange.stream(exchange.contentType()), exchange.contentType());
    long seq = 0;
    boolean more = true;
    while (more) {
      Optional<String> line = lines.next();
      Optional<JsonNode> row = line.flatMap(InsertsEndpoint::parsed);
      if (row.isPresent()) {
        more = acks.write(inserted(target, row.get(), seq++));
      } else {
        // Behind what is no JSON nothing can be understood.
        line.ifPresent(broken -> acks.write(noJson(acks.written)));
        more = false;
      }
    }
    acks.end();
  }

  private static Optional<JsonNode> parsed(String line) {
    try {
      return Optional.of(WireJson.mapper().readTree(line));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static InsertAck noJson(long seq) {
    return InsertAck.error(
        seq, WireErrorCode.BAD_REQUEST, "The row is no JSON; nothing behind it was read.");
  }

  /** A name means what it means in SQL: in capitals unless it stands in back-ticks. */
  private Source target(String written, Session session) {
    boolean quoted = written.length() > 1 && written.startsWith("`") && written.endsWith("`");
    String name =
        quoted
            ? written.substring(1, written.length() - 1).replace("``", "`")
            : written.toUpperCase(Locale.ROOT);
    try {
      return parts.engine().insertTarget(name, session);
    } catch (DiagnosticException e) {
      boolean unknown = e.diagnostic().code() == ErrorCode.SOURCE_NOT_FOUND;
      throw unknown
          ? HttpError.of(WireErrorCode.BAD_STATEMENT, e.diagnostic().message())
          : HttpError.of(e, List.of());
    }
  }

  private InsertAck inserted(Source target, JsonNode row, long seq) {
    try {
      if (!row.isObject()) {
        throw new KsqlException("A row is an object, not " + row);
      }
      for (Column column : target.schema().key()) {
        if (RowJson.member(row, column.name()) == null) {
          throw new KsqlException("The row has no key column " + column.name());
        }
      }
      parts
          .engine()
          .insert(target, values(row, target.schema().key()), values(row, target.schema().value()));
      return InsertAck.ok(seq);
    } catch (KsqlException e) {
      return InsertAck.error(seq, WireErrorCode.BAD_REQUEST, e.getMessage());
    }
  }

  private static List<Object> values(JsonNode row, List<Column> columns) {
    List<Object> values = new ArrayList<>();
    for (Column column : columns) {
      try {
        values.add(RowJson.value(RowJson.member(row, column.name()), column.type()));
      } catch (KsqlException e) {
        throw new KsqlException("Column " + column.name() + ": " + e.getMessage(), e);
      }
    }
    return values;
  }

  /** Puts acknowledgements on the wire: a line each, or one array. */
  private static final class Acks {
    private final PieceWriter out;
    private final boolean array;
    private long written;

    private Acks(PieceWriter out, String contentType) {
      this.out = out;
      this.array = contentType.equals(MediaTypes.JSON);
    }

    private boolean write(InsertAck ack) {
      String before = !array ? "" : written == 0 ? "[" : ",";
      written++;
      return out.write(Buffer.buffer(before + WireJson.write(ack) + (array ? "" : "\n")));
    }

    private void end() {
      if (array) {
        out.write(Buffer.buffer(written == 0 ? "[]" : "]"));
      }
      out.end();
    }
  }
}
