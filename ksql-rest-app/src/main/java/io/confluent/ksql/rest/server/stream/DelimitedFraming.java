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

/** A line of metadata, then an array a line. */
final class DelimitedFraming implements RowFraming {
  private final CellJson cells;

  DelimitedFraming(CellJson cells) {
    this.cells = cells;
  }

  @Override
  public Buffer header(
      String queryId, List<Column> columns, Set<String> keyNames, List<Warning> warnings) {
    return line(CellJson.metadata(queryId, columns));
  }

  @Override
  public Optional<Buffer> row(ResultRow row) {
    return row.tombstone() ? Optional.empty() : Optional.of(line(cells.values(row)));
  }

  @Override
  public Optional<Buffer> continuation(String token) {
    return Optional.of(line(new StreamedRow.ContinuationToken(token)));
  }

  @Override
  public Optional<Buffer> end(TransientQuery.End end) {
    return Optional.empty();
  }

  @Override
  public Buffer error(ErrorBody error) {
    return line(error);
  }

  private Buffer line(Object value) {
    return Buffer.buffer(cells.write(value) + "\n");
  }
}
