package io.confluent.ksql.rest.wire;

import java.util.List;
import java.util.Optional;

/**
 * The answer of LIST PROPERTIES.
 *
 * @param statementText the statement that is answered
 * @param properties the properties
 * @param overwrittenProperties names of those that the session has changed
 * @param defaultProperties names of those that have their default
 * @param warnings what the author should know
 */
public record PropertiesList(
    String statementText,
    List<Property> properties,
    List<String> overwrittenProperties,
    List<String> defaultProperties,
    List<Warning> warnings)
    implements Entity {
  public PropertiesList {
    statementText = Copies.text(statementText);
    properties = Copies.of(properties);
    overwrittenProperties = Copies.of(overwrittenProperties);
    defaultProperties = Copies.of(defaultProperties);
    warnings = Copies.of(warnings);
  }

  /**
   * A property of the server.
   *
   * @param name its name
   * @param scope whose it is: {@code KSQL}, {@code KAFKA STREAMS}, ...
   * @param value its value as text, secrets masked; written as null if it has none
   * @param editable whether SET may change it
   * @param level where the value comes from: {@code SERVER}, {@code SESSION} or empty for a default
   */
  public record Property(
      String name, String scope, Optional<String> value, boolean editable, String level) {
    public Property {
      scope = Copies.text(scope);
      level = Copies.text(level);
    }
  }
}
