package io.confluent.ksql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process on a pseudo-terminal that nobody gave a size. */
class PseudoTerminalTest {
  private static final String PROMPT = "ksql> ";
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @TempDir Path directory;
  private final StringBuffer shown = new StringBuffer();
  private int seen;

  @Test
  void aSessionFromPromptToExit() throws Exception {
    boolean integration = "true".equals(System.getenv("CI"));
    Assumptions.assumeTrue(
        integration || Files.isExecutable(SCRIPT), "there is no pseudo-terminal to be had");
    assertThat(SCRIPT).isExecutable();
    try (FakeServer server = FakeServer.start()) {
      server.streamForEver(
          "SELECT 1;",
          "[{\"header\":{\"queryId\":\"q\",\"schema\":\"`A` INTEGER\"}},\n"
              + "{\"row\":{\"columns\":[1]}}");
      Process process = start(server);
      try {
        converse(process);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private Process start(FakeServer server) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        String.join(
            " ",
            // Some shells stay in between, and say 130 of a Ctrl-C that the program took well.
            // A build in the background ignores Ctrl-C, and all it starts would, too.
            "exec env --default-signal=INT",
            java,
            "-XX:TieredStopAtLevel=1",
            "-Dhistory-file=" + directory.resolve("history"),
            "-cp",
            System.getProperty("java.class.path"),
            Ksql.class.getName(),
            server.uri().toString());
    ProcessBuilder builder =
        new ProcessBuilder(List.of(SCRIPT.toString(), "-qfec", command, "/dev/null"));
    builder.environment().put("TERM", "xterm");
    Process process = builder.redirectErrorStream(true).start();
    Thread reader = new Thread(() -> read(process.getInputStream()), "terminal reader");
    reader.setDaemon(true);
    reader.start();
    return process;
  }

  private void read(InputStream in) {
    byte[] buffer = new byte[8192];
    try {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        shown.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      shown.append("<reading failed: ").append(e).append('>');
    }
  }

  private void converse(Process process) throws Exception {
    OutputStream typed = process.getOutputStream();
    await(PROMPT);
    type(typed, "SELECT 1;\n");
    await("|1  ");
    type(typed, "\u0003");
    await("Query terminated");
    await(PROMPT);
    type(typed, "DROP STREAM\nx;\n");
    await(" Done: DROP STREAM");
    // Before the prompt the terminal is not the editor's, and Ctrl-D would not reach it.
    await(PROMPT);
    type(typed, "\u0004");
    await("Exiting KSQL.");
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private static void type(OutputStream typed, String text) throws IOException {
    typed.write(text.getBytes(StandardCharsets.UTF_8));
    typed.flush();
  }

  /** Waits for a text behind what was waited for before. */
  private void await(String text) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    int found = AttributedString.stripAnsi(shown.toString()).indexOf(text, seen);
    while (found < 0) {
      assertThat(System.nanoTime()).as("waited for %s; saw:%n%s", text, shown).isLessThan(end);
      Thread.sleep(20);
      found = AttributedString.stripAnsi(shown.toString()).indexOf(text, seen);
    }
    seen = found + text.length();
  }
}
