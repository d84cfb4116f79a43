package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.rest.wire.FieldDescription;
import io.confluent.ksql.rest.wire.StreamedRow;
import io.confluent.ksql.rest.wire.Warning;
import io.confluent.ksql.schema.Column;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A message of fields, then a message a row. */
final class SocketFraming implements RowFraming {
  private final CellJson cells;

  SocketFraming(CellJson cells) {
    this.cells = cells;
  }

  @Override
  public Buffer header(
      String queryId, List<Column> columns, Set<String> keyNames, List<Warning> warnings) {
    return message(
        columns.stream()
            .map(
                column ->
                    keyNames.contains(column.name())
                        ? FieldDescription.key(column)
                        : FieldDescription.value(column))
            .toList());
  }

  @Override
  public Optional<Buffer> row(ResultRow row) {
    List<Object> values = cells.values(row);
    return Optional.of(
        message(row.tombstone() ? StreamedRow.tombstone(values) : StreamedRow.row(values)));
  }

  @Override
  public Optional<Buffer> continuation(String token) {
    return Optional.of(message(StreamedRow.continuationToken(token)));
  }

  @Override
  public Optional<Buffer> end(TransientQuery.End end) {
    return Optional.empty();
  }

  @Override
  public Buffer error(ErrorBody error) {
    return message(StreamedRow.error(error));
  }

  private Buffer message(Object value) {
    return Buffer.buffer(cells.write(value));
  }
}
