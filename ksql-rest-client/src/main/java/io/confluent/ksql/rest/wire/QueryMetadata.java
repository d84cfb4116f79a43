package io.confluent.ksql.rest.wire;

import java.util.List;
import java.util.Optional;

/**
 * The first element of the answer of {@code POST /query-stream}.
 *
 * @param queryId the query, for {@code /close-query}; written as null if it cannot be stopped
 * @param columnNames names of the columns, exact in case
 * @param columnTypes their types as SQL text
 */
public record QueryMetadata(
    Optional<String> queryId, List<String> columnNames, List<String> columnTypes) {
  public QueryMetadata {
    columnNames = Copies.of(columnNames);
    columnTypes = Copies.of(columnTypes);
  }
}
