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
import java.util.stream.Collectors;

/** One JSON array, an object a row, in lines. */
final class ClassicFraming implements RowFraming {
  private static final String SEPARATOR = ",\n";

  private final CellJson cells;

  ClassicFraming(CellJson cells) {
    this.cells = cells;
  }

  @Override
  public Buffer header(String queryId, List<Column> columns, List<Warning> warnings) {
    String schema = columns.stream().map(Column::toString).collect(Collectors.joining(", "));
    StreamedRow header = StreamedRow.header(Optional.of(queryId), schema, warnings);
    return Buffer.buffer("[" + cells.write(header));
  }

  @Override
  public Optional<Buffer> row(ResultRow row) {
    List<Object> values = cells.values(row);
    StreamedRow element = row.tombstone() ? StreamedRow.tombstone(values) : StreamedRow.row(values);
    return Optional.of(element(element));
  }

  @Override
  public Optional<Buffer> end(TransientQuery.End end) {
    String message =
        switch (end) {
          case LIMIT_REACHED -> "Limit Reached";
          case COMPLETED, CLOSED -> "Query Completed";
        };
    return Optional.of(element(StreamedRow.finalMessage(message)).appendString("]"));
  }

  @Override
  public Buffer error(ErrorBody error) {
    return element(StreamedRow.error(error)).appendString("]");
  }

  private Buffer element(StreamedRow element) {
    return Buffer.buffer(SEPARATOR + cells.write(element));
  }
}
