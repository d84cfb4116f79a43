package io.confluent.ksql.rest.wire;

import java.util.List;
import java.util.Optional;

/**
 * The answer of ASSERT SCHEMA when it holds.
 *
 * @param statementText the statement that is answered
 * @param subject the subject; written as null if the statement named none
 * @param id the schema's id; written as null if the statement named none
 * @param exists whether it exists
 * @param warnings what the author should know
 */
public record SchemaAsserted(
    String statementText,
    Optional<String> subject,
    Optional<Integer> id,
    boolean exists,
    List<Warning> warnings)
    implements Entity {
  public SchemaAsserted {
    statementText = Copies.text(statementText);
    warnings = Copies.of(warnings);
  }
}
