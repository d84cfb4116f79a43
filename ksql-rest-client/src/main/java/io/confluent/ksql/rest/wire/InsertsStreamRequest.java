package io.confluent.ksql.rest.wire;

import java.util.Map;

/**
 * The first line of the body of {@code POST /inserts-stream}.
 *
 * @param target name of a stream or table, as in SQL; empty if the member is absent
 * @param properties properties over those of the server
 */
public record InsertsStreamRequest(String target, Map<String, Object> properties) {
  public InsertsStreamRequest {
    target = Copies.text(target);
    properties = Copies.of(properties);
  }
}
