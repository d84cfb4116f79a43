package io.confluent.ksql.rest.wire;

import java.util.List;

/**
 * The answer of LIST FUNCTIONS.
 *
 * @param statementText the statement that is answered
 * @param functions the functions
 * @param warnings what the author should know
 */
public record FunctionsList(String statementText, List<Function> functions, List<Warning> warnings)
    implements Entity {
  public FunctionsList {
    statementText = Copies.text(statementText);
    functions = Copies.of(functions);
    warnings = Copies.of(warnings);
  }

  /**
   * A function.
   *
   * @param name its name
   * @param type its kind
   * @param category what it is about; empty if it does not say
   */
  public record Function(String name, FunctionKind type, String category) {
    public Function {
      category = Copies.text(category);
    }
  }
}
