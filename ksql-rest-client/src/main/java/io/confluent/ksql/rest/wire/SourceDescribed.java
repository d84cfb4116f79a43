package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of DESCRIBE.
 *
 * @param statementText the statement that is answered
 * @param sourceDescription the stream or table
 * @param warnings what the author should know
 */
public record SourceDescribed(
    String statementText, SourceDescription sourceDescription, List<Warning> warnings)
    implements Entity {
  public SourceDescribed {
    statementText = Copies.text(statementText);
    warnings = Copies.of(warnings);
  }
}
