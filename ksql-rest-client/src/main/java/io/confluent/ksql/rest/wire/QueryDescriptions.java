package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of LIST QUERIES EXTENDED.
 *
 * @param statementText the statement that is answered
 * @param queryDescriptions one for each query
 * @param warnings what the author should know
 */
public record QueryDescriptions(
    String statementText, List<QueryDescription> queryDescriptions, List<Warning> warnings)
    implements Entity {
  public QueryDescriptions {
    statementText = Copies.text(statementText);
    queryDescriptions = Copies.of(queryDescriptions);
    warnings = Copies.of(warnings);
  }
}
