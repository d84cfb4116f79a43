package io.confluent.ksql.distribution;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Launchers of the source tree, run so that nothing of them stays outside of a directory. */
final class Processes {
  private static final long PATIENCE_SECONDS = 60;

  private Processes() {}

  /**
   * A launcher.
   *
   * @param directory where it keeps logs and history
   */
  static Run of(String launcher, Path directory, String... arguments) {
    return isolated(
        Run.of(new Installation(Installation.SOURCES).launcher(launcher), arguments), directory);
  }

  /** The same for any command that runs launchers. */
  static Run isolated(Run run, Path directory) {
    return run.in(Installation.SOURCES)
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("HOME", directory.toString())
        .with("KSQL_OPTS", "-Dhistory-file=" + directory.resolve("history"))
        .with("KSQL_LOG_DIR", directory.resolve("logs").toString());
  }

  /**
   * Asks a process and those it started to end and waits; one that does not is killed and fails the
   * test.
   */
  static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    boolean ended = false;
    try {
      ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
    if (!ended) {
      throw new AssertionError("A process did not end when it was asked to: " + process.info());
    }
  }
}
