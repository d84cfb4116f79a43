package io.confluent.ksql.rest.wire;

/**
 * The body of {@code POST /close-query}.
 *
 * @param queryId the query to stop; empty if the member is absent
 */
public record CloseQueryRequest(String queryId) {
  public CloseQueryRequest {
    queryId = Copies.text(queryId);
  }
}
