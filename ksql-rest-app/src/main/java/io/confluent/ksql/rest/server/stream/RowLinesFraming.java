package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.rest.wire.Warning;
import io.confluent.ksql.schema.Column;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object a row, a line each, without a header: what clients of the classic mode read. */
final class RowLinesFraming implements RowFraming {
  private final CellJson cells;

  RowLinesFraming(CellJson cells) {
    this.cells = cells;
  }

  @Override
  public Buffer header(
      String queryId, List<Column> columns, Set<String> keyNames, List<Warning> warnings) {
    return Buffer.buffer("\n");
  }

  @Override
  public Optional<Buffer> row(ResultRow row) {
    return Optional.of(line(Map.of("columns", cells.values(row)), null, null));
  }

  @Override
  public Optional<Buffer> continuation(String token) {
    return Optional.empty();
  }

  @Override
  public Optional<Buffer> end(TransientQuery.End end) {
    return switch (end) {
      case LIMIT_REACHED -> Optional.of(line(null, null, "Limit Reached"));
      case COMPLETED, CLOSED -> Optional.of(line(null, null, "Query Completed"));
      case ANSWERED -> Optional.empty();
    };
  }

  @Override
  public Buffer error(ErrorBody error) {
    return line(null, error, null);
  }

  private Buffer line(Object row, ErrorBody error, String finalMessage) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("row", row);
    members.put("errorMessage", error);
    members.put("finalMessage", finalMessage);
    return Buffer.buffer(cells.write(members) + "\n");
  }
}
