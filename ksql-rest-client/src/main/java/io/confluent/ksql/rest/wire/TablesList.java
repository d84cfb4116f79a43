package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of LIST TABLES.
 *
 * @param statementText the statement that is answered
 * @param tables the tables
 * @param warnings what the author should know
 */
public record TablesList(String statementText, List<SourceSummary> tables, List<Warning> warnings)
    implements Entity {
  public TablesList {
    statementText = Copies.text(statementText);
    tables = Copies.of(tables);
    warnings = Copies.of(warnings);
  }
}
