package io.confluent.ksql.planner.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes that users' functions must not use, from a file with one name a line: a class or
 * package by its beginning, or exactly if a {@code $} follows. {@code #} begins a comment.
 */
final class ForbiddenClasses {
  /** Name of the file in the extension directory. */
  static final String FILE = "resource-blacklist.txt";

  /** Nothing is forbidden. */
  static final ForbiddenClasses NONE = new ForbiddenClasses(List.of(), List.of());

  private final List<String> prefixes;
  private final List<String> exact;

  private ForbiddenClasses(List<String> prefixes, List<String> exact) {
    this.prefixes = List.copyOf(prefixes);
    this.exact = List.copyOf(exact);
  }

  /** Reads the file; nothing is forbidden if there is none. */
  static ForbiddenClasses read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return NONE;
    }
    List<String> prefixes = new ArrayList<>();
    List<String> exact = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      int comment = line.indexOf('#');
      String name = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (name.endsWith("$")) {
        exact.add(name.substring(0, name.length() - 1));
      } else if (!name.isEmpty()) {
        prefixes.add(name);
      }
    }
    return new ForbiddenClasses(prefixes, exact);
  }

  boolean contains(String className) {
    return exact.contains(className) || prefixes.stream().anyMatch(className::startsWith);
  }
}
