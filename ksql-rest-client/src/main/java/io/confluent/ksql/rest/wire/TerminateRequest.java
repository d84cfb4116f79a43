package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The body of {@code POST /ksql/terminate}.
 *
 * @param deleteTopicList names of sink topics to delete, as regular expressions
 */
public record TerminateRequest(List<String> deleteTopicList) {
  public TerminateRequest {
    deleteTopicList = Copies.of(deleteTopicList);
  }
}
