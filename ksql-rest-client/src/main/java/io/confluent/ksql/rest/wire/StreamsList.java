package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of LIST STREAMS.
 *
 * @param statementText the statement that is answered
 * @param streams the streams
 * @param warnings what the author should know
 */
public record StreamsList(String statementText, List<SourceSummary> streams, List<Warning> warnings)
    implements Entity {
  public StreamsList {
    statementText = Copies.text(statementText);
    streams = Copies.of(streams);
    warnings = Copies.of(warnings);
  }
}
