package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.rest.wire.Warning;
import io.confluent.ksql.schema.Column;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the rows of a query are put on the wire. */
interface RowFraming {
  /**
   * What comes first. Warnings are left out where the framing has no place for them.
   *
   * @param keyNames names of columns that make a row what it is
   */
  Buffer header(String queryId, List<Column> columns, Set<String> keyNames, List<Warning> warnings);

  /** A row; empty if this framing cannot say it. */
  Optional<Buffer> row(ResultRow row);

  /** Where the query can go on behind the rows so far; empty if this framing cannot say it. */
  Optional<Buffer> continuation(String token);

  /** What comes last. */
  Optional<Buffer> end(TransientQuery.End end);

  /** What comes last if the query failed. */
  Buffer error(ErrorBody error);
}
