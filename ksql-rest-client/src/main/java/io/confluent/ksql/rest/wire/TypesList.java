package io.confluent.ksql.rest.wire;

import java.util.List;
import java.util.Map;

/**
 * The answer of LIST TYPES.
 *
 * @param statementText the statement that is answered
 * @param types the types by name
 * @param warnings what the author should know
 */
public record TypesList(
    String statementText, Map<String, FieldSchema> types, List<Warning> warnings)
    implements Entity {
  public TypesList {
    statementText = Copies.text(statementText);
    types = Copies.of(types);
    warnings = Copies.of(warnings);
  }
}
