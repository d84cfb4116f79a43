package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of LIST QUERIES.
 *
 * @param statementText the statement that is answered
 * @param queries the queries
 * @param warnings what the author should know
 */
public record QueriesList(String statementText, List<RunningQuery> queries, List<Warning> warnings)
    implements Entity {
  public QueriesList {
    statementText = Copies.text(statementText);
    queries = Copies.of(queries);
    warnings = Copies.of(warnings);
  }
}
