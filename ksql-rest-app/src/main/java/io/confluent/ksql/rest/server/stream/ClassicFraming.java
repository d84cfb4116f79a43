package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.rest.wire.StreamedRow;
import io.confluent.ksql.rest.wire.Warning;
import io.confluent.ksql.schema.Column;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One JSON array, an object a row, in lines. */
final class ClassicFraming implements RowFraming {
  private static final String SEPARATOR = ",\n";

  private final CellJson cells;

  ClassicFraming(CellJson cells) {
    this.cells = cells;
  }

  @Override
  public Buffer header(
      String queryId, List<Column> columns, Set<String> keyNames, List<Warning> warnings) {
    StreamedRow header =
        StreamedRow.header(Optional.of(queryId), schema(columns, keyNames), warnings);
    return Buffer.buffer("[" + cells.write(header));
  }

  /** The columns as SQL text. */
  static String schema(List<Column> columns, Set<String> keyNames) {
    return columns.stream()
        .map(column -> column + (keyNames.contains(column.name()) ? " KEY" : ""))
        .collect(Collectors.joining(", "));
  }

  @Override
  public Optional<Buffer> row(ResultRow row) {
    List<Object> values = cells.values(row);
    StreamedRow element = row.tombstone() ? StreamedRow.tombstone(values) : StreamedRow.row(values);
    return Optional.of(element(element));
  }

  @Override
  public Optional<Buffer> continuation(String token) {
    return Optional.of(element(StreamedRow.continuationToken(token)));
  }

  @Override
  public Optional<Buffer> end(TransientQuery.End end) {
    return Optional.of(
        switch (end) {
          case LIMIT_REACHED -> last("Limit Reached");
          case COMPLETED, CLOSED -> last("Query Completed");
          case ANSWERED -> Buffer.buffer("]");
        });
  }

  private Buffer last(String message) {
    return element(StreamedRow.finalMessage(message)).appendString("]");
  }

  @Override
  public Buffer error(ErrorBody error) {
    return element(StreamedRow.error(error)).appendString("]");
  }

  /** One element behind the first. */
  Buffer element(StreamedRow element) {
    return Buffer.buffer(SEPARATOR + cells.write(element));
  }
}
