package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/**
 * The answer of LIST FUNCTIONS.
 *
 * @param statementText the statement that is answered
 * @param functions the functions
 * @param rejected what was meant to be one and is not; only for LIST FUNCTIONS EXTENDED
 * @param warnings what the author should know
 */
public record FunctionsList(
    String statementText,
    List<Function> functions,
    @JsonInclude(Include.NON_EMPTY) List<Rejected> rejected,
    List<Warning> warnings)
    implements Entity {
  public FunctionsList {
    statementText = Copies.text(statementText);
    functions = Copies.of(functions);
    rejected = Copies.of(rejected);
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

  /**
   * A class or a method that could not be made a function.
   *
   * @param jar the file it is in
   * @param place the class, or the class and its method
   * @param reason what is wrong with it
   */
  public record Rejected(String jar, String place, String reason) {}
}
