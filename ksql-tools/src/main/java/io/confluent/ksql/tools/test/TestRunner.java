package io.confluent.ksql.tools.test;

import io.confluent.ksql.function.builtin.BuiltInFunctions;
import io.confluent.ksql.function.udf.ml.AnomalyKudf;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.FunctionRegistryBuilder;
import io.confluent.ksql.tools.test.cases.Cases;
import io.confluent.ksql.tools.test.cases.RestCases;
import io.confluent.ksql.tools.test.cases.RestServers;
import io.confluent.ksql.util.KsqlException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command line: runs test files without a broker. */
@Command(
    name = "ksql-test-runner",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Runs test files without a broker and says what fails. JSON files hold cases of statements,"
          + " inputs and expected outputs; SQL files hold statements and ASSERT. Cases of --rest are"
          + " run on servers that are started for them."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all passed", "1:some failed", "2:the command line is wrong"})
public final class TestRunner implements Callable<Integer> {
  /** With a server there is always something that waits for something. */
  private static final Duration REST_LIMIT = Duration.ofSeconds(90);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "Case files, or directories of them.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--sql",
      paramLabel = "PATH",
      arity = "1..*",
      description = "SQL test files, or directories of them.")
  private List<Path> sqlPaths = new ArrayList<>();

  @Option(
      names = "--rest",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Case files for a server, or directories of them.")
  private List<Path> restPaths = new ArrayList<>();

  @Option(
      names = "--servers",
      paramLabel = "N",
      defaultValue = "6",
      description =
          "On how many servers at a time the cases of --rest are run (default: ${DEFAULT-VALUE}).")
  private int servers;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "latency",
      description = "ksql.profile of the servers of --rest (default: ${DEFAULT-VALUE}).")
  private String profile;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Run only what has this text in its name.")
  private Optional<String> only = Optional.empty();

  @Option(
      names = "--extension-dir",
      paramLabel = "DIR",
      description = "Jars with functions that the files call.")
  private Optional<Path> extensions = Optional.empty();

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long a case may take (default: ${DEFAULT-VALUE}).")
  private int seconds;

  /** Runs the tool and exits with what came of it. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to be executed. */
  static CommandLine commandLine() {
    return new CommandLine(new TestRunner())
        .setExecutionExceptionHandler(
            (error, line, parsed) -> {
              if (error instanceof KsqlException) {
                line.getErr().println(error.getMessage());
                return CommandLine.ExitCode.USAGE;
              }
              throw error;
            });
  }

  @Override
  public Integer call() {
    if (paths.isEmpty() && sqlPaths.isEmpty() && restPaths.isEmpty()) {
      throw new CommandLine.ParameterException(spec.commandLine(), "Name a file or a directory.");
    }
    FunctionRegistry functions = functions();
    Summary summary = new Summary(spec.commandLine().getOut());
    new Cases(functions, Duration.ofSeconds(seconds))
        .run(paths, this::isWanted)
        .forEach(summary::add);
    for (Path path : sqlPaths) {
      for (SqlTests.Test test : new SqlTests(functions).find(path)) {
        if (isWanted(test.name())) {
          summary.add(test.run());
        }
      }
    }
    if (!restPaths.isEmpty()) {
      new RestCases(functions, restServers(), servers, REST_LIMIT, profile)
          .run(restPaths, this::isWanted)
          .forEach(summary::add);
    }
    return summary.print();
  }

  private static RestServers restServers() {
    return ServiceLoader.load(RestServers.class)
        .findFirst()
        .orElseThrow(() -> new KsqlException("There is no server here to be asked."));
  }

  private boolean isWanted(String name) {
    return only.isEmpty() || name.contains(only.get());
  }

  private FunctionRegistry functions() {
    FunctionRegistryBuilder builder =
        FunctionRegistry.builder()
            .builtInPackage(BuiltInFunctions.class)
            .builtIn(AnomalyKudf.class);
    extensions.ifPresent(builder::extensionDirectory);
    FunctionRegistry functions = builder.build();
    PrintWriter err = spec.commandLine().getErr();
    functions.rejected().forEach(rejected -> err.println("Not loaded: " + rejected));
    return functions;
  }
}
