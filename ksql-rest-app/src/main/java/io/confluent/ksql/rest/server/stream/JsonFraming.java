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

/** One JSON array: the metadata, then an array a row. */
final class JsonFraming implements RowFraming {
  private final CellJson cells;

  JsonFraming(CellJson cells) {
    this.cells = cells;
  }

  @Override
  public Buffer header(
      String queryId, List<Column> columns, Set<String> keyNames, List<Warning> warnings) {
    return Buffer.buffer("[" + cells.write(CellJson.metadata(queryId, columns)));
  }

  @Override
  public Optional<Buffer> row(ResultRow row) {
    return row.tombstone()
        ? Optional.empty()
        : Optional.of(Buffer.buffer("," + cells.write(cells.values(row))));
  }

  @Override
  public Optional<Buffer> continuation(String token) {
    return Optional.of(Buffer.buffer("," + cells.write(new StreamedRow.ContinuationToken(token))));
  }

  @Override
  public Optional<Buffer> end(TransientQuery.End end) {
    return Optional.of(Buffer.buffer("]"));
  }

  @Override
  public Buffer error(ErrorBody error) {
    return Buffer.buffer("," + cells.write(error) + "]");
  }
}
