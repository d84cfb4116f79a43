package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
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
 * @param details what else there is to say, for example of its model; left out if nothing
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
    @JsonInclude(Include.NON_EMPTY) List<Detail> details,
    List<Warning> warnings)
    implements Entity {
  public FunctionDescribed {
    statementText = Copies.text(statementText);
    description = Copies.text(description);
    author = Copies.text(author);
    version = Copies.text(version);
    path = Copies.text(path);
    functions = Copies.of(functions);
    details = Copies.of(details);
    warnings = Copies.of(warnings);
  }

  /**
   * Something about a function.
   *
   * @param name what it is about, a word or two
   * @param text what it says
   */
  public record Detail(String name, String text) {}

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
