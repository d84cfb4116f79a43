package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of EXPLAIN.
 *
 * @param statementText the statement that is answered
 * @param queryDescription the query
 * @param warnings what the author should know
 */
public record QueryDescribed(
    String statementText, QueryDescription queryDescription, List<Warning> warnings)
    implements Entity {
  public QueryDescribed {
    statementText = Copies.text(statementText);
    warnings = Copies.of(warnings);
  }
}
