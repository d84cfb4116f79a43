package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of a statement that had nothing to do, such as CREATE ... IF NOT EXISTS of something
 * that exists.
 *
 * @param statementText the statement that is answered
 * @param message why nothing was done
 * @param warnings what else the author should know
 */
public record WarningEntity(String statementText, String message, List<Warning> warnings)
    implements Entity {
  public WarningEntity {
    statementText = Copies.text(statementText);
    warnings = Copies.of(warnings);
  }
}
