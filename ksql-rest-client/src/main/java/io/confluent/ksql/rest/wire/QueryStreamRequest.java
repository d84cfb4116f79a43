package io.confluent.ksql.rest.wire;

import java.util.Map;

/**
 * The body of {@code POST /query-stream}.
 *
 * @param sql one SELECT or PRINT; empty if the member is absent
 * @param properties properties over those of the server: texts, numbers, booleans
 * @param sessionVariables variables for {@code ${name}}
 * @param requestProperties what the request asks of the server itself
 */
public record QueryStreamRequest(
    String sql,
    Map<String, Object> properties,
    Map<String, String> sessionVariables,
    Map<String, Object> requestProperties) {
  public QueryStreamRequest {
    sql = Copies.text(sql);
    properties = Copies.of(properties);
    sessionVariables = Copies.of(sessionVariables);
    requestProperties = Copies.of(requestProperties);
  }

  /** A request of a statement only. */
  public static QueryStreamRequest of(String sql) {
    return new QueryStreamRequest(sql, Map.of(), Map.of(), Map.of());
  }
}
