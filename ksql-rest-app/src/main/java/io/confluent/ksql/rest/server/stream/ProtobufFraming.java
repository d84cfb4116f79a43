package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.rest.wire.StreamedRow;
import io.confluent.ksql.rest.wire.Warning;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.protobuf.PlainProtobufFormat;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The classic form, but each row a message of protobuf whose type the header has. */
final class ProtobufFraming implements RowFraming {
  private final CellJson cells;
  private final ClassicFraming classic;
  private RowEncoder encoder;

  ProtobufFraming(CellJson cells) {
    this.cells = cells;
    this.classic = new ClassicFraming(cells);
  }

  @Override
  public Buffer header(
      String queryId, List<Column> columns, Set<String> keyNames, List<Warning> warnings) {
    FormatContext context = FormatContext.of("result", Schema.Side.VALUE);
    encoder = new PlainProtobufFormat().encoder(columns, context);
    String type = PlainProtobufFormat.schemaText(columns, context);
    String schema = ClassicFraming.schema(columns, keyNames);
    return Buffer.buffer("[" + cells.write(StreamedRow.protobufHeader(queryId, schema, type)));
  }

  @Override
  public Optional<Buffer> row(ResultRow row) {
    byte[] message = encoder.encode(row.values().toArray());
    return Optional.of(
        classic.element(
            StreamedRow.protobufRow(Base64.getEncoder().encodeToString(message), row.tombstone())));
  }

  @Override
  public Optional<Buffer> continuation(String token) {
    return classic.continuation(token);
  }

  @Override
  public Optional<Buffer> end(TransientQuery.End end) {
    return classic.end(end);
  }

  @Override
  public Buffer error(ErrorBody error) {
    return classic.error(error);
  }
}
