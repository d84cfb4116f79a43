package io.confluent.ksql.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.function.builtin.BuiltInFunctions;
import io.confluent.ksql.function.udf.ml.AnomalyKudf;
import io.confluent.ksql.parser.Dialect;
import io.confluent.ksql.parser.FinalSemicolon;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.StatementText;
import io.confluent.ksql.parser.ast.AssertSource;
import io.confluent.ksql.parser.ast.AssertValues;
import io.confluent.ksql.parser.ast.Define;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.RunScript;
import io.confluent.ksql.parser.ast.SetProperty;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.ast.Undefine;
import io.confluent.ksql.parser.ast.UnsetProperty;
import io.confluent.ksql.planner.Planner;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.SqlFunction;
import io.confluent.ksql.serde.Formats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The SQL files have everything of the language that can be tested in them. */
class SqlFilesCoverageTest {
  private static final Path DIRECTORY = Path.of("src", "test", "sql");
  private static final Set<Class<?>> OF_TEST_FILES =
      Set.of(
          AssertSource.class,
          AssertValues.class,
          Define.class,
          RunScript.class,
          SetProperty.class,
          Undefine.class,
          UnsetProperty.class);

  private static List<String> files() {
    try (Stream<Path> paths = Files.walk(DIRECTORY)) {
      List<String> texts = new ArrayList<>();
      for (Path path : paths.filter(p -> p.toString().endsWith(".sql")).toList()) {
        texts.add(Files.readString(path));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void haveEveryStatementThatIsPlannedOrOfTheFilesThemselves() {
    Set<Class<?>> wanted = new HashSet<>(Planner.plannable());
    wanted.addAll(OF_TEST_FILES);
    wanted.remove(Query.class);
    files().stream()
        .flatMap(file -> Stream.of(file.split("(?m)^--@test:")))
        .flatMap(test -> statements(test).stream())
        .forEach(statement -> wanted.remove(kind(statement.text())));
    assertThat(wanted).isEmpty();
  }

  /** Some tests are of a text that is no statements. */
  private static List<StatementText> statements(String test) {
    try {
      return SqlParser.split(test, FinalSemicolon.REQUIRED);
    } catch (DiagnosticException e) {
      return List.of();
    }
  }

  /** Some statements are there to be refused. */
  private static Class<?> kind(String text) {
    try {
      return SqlParser.parse(text, Dialect.TOOLS).getClass();
    } catch (DiagnosticException e) {
      return Statement.class;
    }
  }

  /** An example in a function's description is run by the build, too. */
  @Test
  void haveEveryFunctionThatShowsNoExample() {
    FunctionRegistry functions =
        FunctionRegistry.builder()
            .builtInPackage(BuiltInFunctions.class)
            .builtIn(AnomalyKudf.class)
            .build();
    List<String> files = files();
    Set<String> missing = new TreeSet<>();
    for (SqlFunction function : functions.all()) {
      Pattern call = Pattern.compile("\\b" + function.name() + "\\s*\\(", Pattern.CASE_INSENSITIVE);
      if (function.about().examples().isEmpty()
          && files.stream().noneMatch(file -> call.matcher(file).find())) {
        missing.add(function.name());
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void haveEveryFormat() {
    Set<String> missing = new TreeSet<>();
    Formats.installed().all().forEach(format -> missing.add(format.name()));
    for (String file : files()) {
      String upper = file.toUpperCase(Locale.ROOT);
      missing.removeIf(
          format -> Pattern.compile("FORMAT\\s*=\\s*'" + format + "'").matcher(upper).find());
    }
    assertThat(missing).isEmpty();
  }
}
