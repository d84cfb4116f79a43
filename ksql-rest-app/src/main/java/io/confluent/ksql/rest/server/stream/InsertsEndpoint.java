package io.confluent.ksql.rest.server.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.engine.session.Session;
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
import io.confluent.ksql.util.KsqlException;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    InsertTarget target = InsertTarget.named(request.target(), session, parts.engine());
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

  private InsertAck inserted(InsertTarget target, JsonNode row, long seq) {
    try {
      parts.engine().write(List.of(target.record(row)));
      return InsertAck.ok(seq);
    } catch (KsqlException e) {
      return InsertAck.error(seq, WireErrorCode.BAD_REQUEST, e.getMessage());
    }
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
