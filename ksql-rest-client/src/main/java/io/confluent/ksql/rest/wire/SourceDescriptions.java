package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of DESCRIBE STREAMS, DESCRIBE TABLES and the EXTENDED lists.
 *
 * @param statementText the statement that is answered
 * @param sourceDescriptions one for each stream or table
 * @param warnings what the author should know
 */
public record SourceDescriptions(
    String statementText, List<SourceDescription> sourceDescriptions, List<Warning> warnings)
    implements Entity {
  public SourceDescriptions {
    statementText = Copies.text(statementText);
    sourceDescriptions = Copies.of(sourceDescriptions);
    warnings = Copies.of(warnings);
  }
}
