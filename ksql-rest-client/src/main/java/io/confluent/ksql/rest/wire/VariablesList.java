package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of LIST VARIABLES.
 *
 * @param statementText the statement that is answered
 * @param variables the variables
 * @param warnings what the author should know
 */
public record VariablesList(String statementText, List<Variable> variables, List<Warning> warnings)
    implements Entity {
  public VariablesList {
    statementText = Copies.text(statementText);
    variables = Copies.of(variables);
    warnings = Copies.of(warnings);
  }

  /**
   * A variable of the session.
   *
   * @param name its name
   * @param value its value
   */
  public record Variable(String name, String value) {}
}
