package io.confluent.ksql.tools.beats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command line: writes the files of {@code test-data} anew. */
@Command(
    name = "write-test-data",
    mixinStandardHelpOptions = true,
    description = "Writes simulated heartbeats: rows to test with and rows to train on.")
public final class WriteTestData implements Callable<Integer> {
  @Parameters(paramLabel = "DIRECTORY", description = "Where to; made if it is not there.")
  private Path directory;

  @Option(
      names = "--beat-seed",
      paramLabel = "SEED",
      defaultValue = "26",
      description =
          "Seed of the beats to train on (default: ${DEFAULT-VALUE}, the bundled model's).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    TestData.write(Files.createDirectories(directory), seed);
    return 0;
  }

  /** Starts the command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new WriteTestData()).execute(arguments));
  }
}
