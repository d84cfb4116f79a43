package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import java.util.Optional;

/**
 * The body of {@code POST /ksql} and {@code POST /query}.
 *
 * @param ksql the statements; empty if the member is absent
 * @param streamsProperties properties over those of the server: texts, numbers, booleans
 * @param sessionVariables variables for {@code ${name}}
 * @param requestProperties what the request asks of the server itself
 * @param commandSequenceNumber the command that must have been carried out before; left out if none
 */
public record KsqlRequest(
    String ksql,
    Map<String, Object> streamsProperties,
    Map<String, String> sessionVariables,
    Map<String, Object> requestProperties,
    @JsonInclude(Include.NON_ABSENT) Optional<Long> commandSequenceNumber) {
  public KsqlRequest {
    ksql = Copies.text(ksql);
    streamsProperties = Copies.of(streamsProperties);
    sessionVariables = Copies.of(sessionVariables);
    requestProperties = Copies.of(requestProperties);
  }

  /** A request of statements only. */
  public static KsqlRequest of(String ksql) {
    return new KsqlRequest(ksql, Map.of(), Map.of(), Map.of(), Optional.empty());
  }
}
