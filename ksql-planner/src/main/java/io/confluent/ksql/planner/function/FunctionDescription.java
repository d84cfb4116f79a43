package io.confluent.ksql.planner.function;

import java.util.List;
import java.util.Objects;

/**
 * What people are told of a function.
 *
 * @param name the name as declared
 * @param description one or more sentences
 * @param category under which it is listed
 * @param author who wrote it, or an empty text
 * @param version its version, or an empty text
 * @param origin {@link #INTERNAL}, or the jar it came from
 * @param examples calls with their results
 * @param details what else there is to say, for example of its model
 */
public record FunctionDescription(
    String name,
    String description,
    String category,
    String author,
    String version,
    String origin,
    List<Example> examples,
    List<Detail> details) {
  /** Origin of the functions that belong to the engine. */
  public static final String INTERNAL = "internal";

  public FunctionDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(origin, "origin");
    examples = List.copyOf(examples);
    details = List.copyOf(details);
  }

  /** A description without details. */
  FunctionDescription(
      String name,
      String description,
      String category,
      String author,
      String version,
      String origin,
      List<Example> examples) {
    this(name, description, category, author, version, origin, examples, List.of());
  }

  /** The same of a function of another name, whose examples are not known. */
  public FunctionDescription withName(String otherName) {
    return new FunctionDescription(
        otherName, description, category, author, version, origin, List.of(), details);
  }

  /** The same with these details instead. */
  public FunctionDescription withDetails(List<Detail> otherDetails) {
    return new FunctionDescription(
        name, description, category, author, version, origin, examples, otherDetails);
  }

  /** Whether the function belongs to the engine. */
  public boolean isInternal() {
    return origin.equals(INTERNAL);
  }

  /**
   * A call and the literal it is equal to, both in SQL.
   *
   * @param sql the call
   * @param result the literal
   */
  public record Example(String sql, String result) {}

  /**
   * Something about a function.
   *
   * @param name what it is about, a word or two
   * @param text what it says
   */
  public record Detail(String name, String text) {}
}
