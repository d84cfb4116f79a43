package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of TERMINATE for a query that was never in the command log.
 *
 * @param statementText the statement that is answered
 * @param queryId which query
 * @param wasTerminated whether it ran until now
 * @param warnings what the author should know
 */
public record QueryTerminated(
    String statementText, String queryId, boolean wasTerminated, List<Warning> warnings)
    implements Entity {
  public QueryTerminated {
    statementText = Copies.text(statementText);
    warnings = Copies.of(warnings);
  }
}
