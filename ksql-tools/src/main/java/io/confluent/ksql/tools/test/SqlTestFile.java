package io.confluent.ksql.tools.test;

import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of test cases. A case begins with a line {@code --@test: name}; the lines {@code
 * --@expected.error: CODE}, {@code --@expected.at: words} and {@code --@expected.message: text} say
 * that a statement must fail, and how; the case ends there.
 */
final class SqlTestFile {
  private static final String TEST = "--@test:";
  private static final String ERROR = "--@expected.error:";
  private static final String AT = "--@expected.at:";
  private static final String MESSAGE = "--@expected.message:";

  private SqlTestFile() {}

  /**
   * One case.
   *
   * @param name as its file and directive say
   * @param directory where scripts are that it runs
   * @param script its statements
   * @param error name of the code that a statement must fail with, or a Java class of another
   *     engine
   * @param at the words of the statement that the error must point at
   * @param message text that must occur in the error's message or hint
   */
  record Case(
      String name,
      Path directory,
      String script,
      Optional<String> error,
      Optional<String> at,
      Optional<String> message) {
    boolean expectsError() {
      return error.isPresent() || at.isPresent() || message.isPresent();
    }
  }

  static List<Case> read(Path file) {
    try {
      return parse(
          file.getFileName().toString().replaceFirst("\\.sql$", ""),
          file.toAbsolutePath().getParent(),
          Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new KsqlException("The test file cannot be read: " + file, e);
    }
  }

  static List<Case> parse(String fileName, Path directory, List<String> lines) {
    List<Case> cases = new ArrayList<>();
    Builder current = null;
    for (String line : lines) {
      String text = line.strip();
      if (text.startsWith(TEST)) {
        if (current != null) {
          cases.add(current.build());
        }
        current = new Builder(fileName + " - " + text.substring(TEST.length()).strip(), directory);
      } else if (current != null) {
        current.add(line, text);
      } else if (!text.isEmpty() && !text.startsWith("--")) {
        throw new KsqlException(fileName + ": a statement stands before the first " + TEST);
      }
    }
    if (current == null) {
      throw new KsqlException(fileName + ": there is no " + TEST);
    }
    cases.add(current.build());
    return cases;
  }

  private static final class Builder {
    private final String name;
    private final Path directory;
    private final StringBuilder script = new StringBuilder();
    private Optional<String> error = Optional.empty();
    private Optional<String> at = Optional.empty();
    private Optional<String> message = Optional.empty();

    Builder(String name, Path directory) {
      this.name = name;
      this.directory = directory;
    }

    void add(String line, String text) {
      if (text.startsWith(ERROR)) {
        error = Optional.of(text.substring(ERROR.length()).strip());
      } else if (text.startsWith(AT)) {
        at = Optional.of(text.substring(AT.length()).strip());
      } else if (text.startsWith(MESSAGE)) {
        message = Optional.of(text.substring(MESSAGE.length()).strip());
      } else {
        script.append(line).append('\n');
      }
    }

    Case build() {
      return new Case(name, directory, script.toString(), error, at, message);
    }
  }
}
