package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The answer of DESCRIBE FUNCTION.
 *
 * @param statementText the statement that is answered
 * @param name its name
 * @param description what it does; empty if it does not say
 * @param author who wrote it; empty if it does not say
 * @param version its version; empty if it does not say
 * @param path the jar it came from, or {@code internal}
 * @param functions its variations
 * @param type its kind
 * @param warnings what the author of the statement should know
 */
public record FunctionDescribed(
    String statementText,
    String name,
    String description,
    String author,
    String version,
    String path,
    List<Variation> functions,
    FunctionKind type,
    List<Warning> warnings)
    implements Entity {
  public FunctionDescribed {
    statementText = Copies.text(statementText);
    description = Copies.text(description);
    author = Copies.text(author);
    version = Copies.text(version);
    path = Copies.text(path);
    functions = Copies.of(functions);
    warnings = Copies.of(warnings);
  }

  /**
   * One way to call a function.
   *
   * @param arguments its parameters
   * @param returnType what it returns, as SQL text
   * @param description what it does; empty if it does not say
   */
  public record Variation(List<Argument> arguments, String returnType, String description) {
    public Variation {
      arguments = Copies.of(arguments);
      description = Copies.text(description);
    }
  }

  /**
   * A parameter of a function.
   *
   * @param name its name; empty if it has none
   * @param type its type as SQL text, for a variadic one that of an element
   * @param description what it is for; empty if it does not say
   * @param variadic whether any number of arguments may stand for it
   */
  public record Argument(
      String name, String type, String description, @JsonProperty("isVariadic") boolean variadic) {
    public Argument {
      name = Copies.text(name);
      description = Copies.text(description);
    }
  }
}
