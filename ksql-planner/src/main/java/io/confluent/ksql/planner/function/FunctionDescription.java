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
 */
public record FunctionDescription(
    String name,
    String description,
    String category,
    String author,
    String version,
    String origin,
    List<Example> examples) {
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
}
