package io.confluent.ksql.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The terminal client on a pseudo-terminal. What is between the end of a typed line and the next
 * prompt is told apart by the codes that the client sends to switch bracketed paste off and on.
 */
final class PseudoTerminal implements AutoCloseable {
  private static final String PROMPT = "\u001b[?2004h";
  private static final String TYPED = "\u001b[?2004l";
  private static final long PATIENCE_SECONDS = 40;

  private final Process process;
  private final OutputStream keyboard;
  private final StringBuffer shown = new StringBuffer();
  private int read;

  private PseudoTerminal(Process process) {
    this.process = process;
    this.keyboard = process.getOutputStream();
    Thread reader = new Thread(() -> read(process.getInputStream()), "terminal reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Opens a terminal with a command in it, which {@link #command} made. */
  static PseudoTerminal open(Run command) {
    return new PseudoTerminal(command.with("TERM", "xterm").startPiped());
  }

  /** The command that runs a command of the shell on a terminal of 120 columns. */
  static Run command(String shell) {
    return Run.of(
        Path.of("script"),
        "-qfec",
        "stty cols 120 rows 50; exec env --default-signal=INT " + shell,
        "/dev/null");
  }

  private void read(InputStream in) {
    byte[] buffer = new byte[8192];
    try {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        shown.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      shown.append("<the terminal is gone: ").append(e).append('>');
    }
  }

  /** Types a statement when there is a prompt, and waits until it is accepted. */
  void type(String statement) throws Exception {
    press(statement + "\n");
    await("the end of typing", () -> shown.indexOf(TYPED, read) >= 0);
    read = shown.indexOf(TYPED, read) + TYPED.length();
  }

  void press(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  /** Waits for the prompt; what was shown before it and since the last reading. */
  String readToPrompt() throws Exception {
    await("the prompt", () -> shown.indexOf(PROMPT, read) >= 0);
    int prompt = shown.indexOf(PROMPT, read);
    String text = shown.substring(read, prompt);
    read = prompt + PROMPT.length();
    return withoutCodes(text);
  }

  /** Waits until what is shown and was not read yet is as wanted; then it is read. */
  String readUntil(Predicate<String> wanted) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      int until = shown.length();
      String text = withoutCodes(shown.substring(read, until));
      if (wanted.test(text) || System.nanoTime() > end) {
        read = until;
        return text;
      }
      Thread.sleep(20);
    }
  }

  private interface Condition {
    boolean holds();
  }

  private void await(String what, Condition condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Waited for " + what + ", saw: " + withoutCodes(shown.substring(read)));
      }
      Thread.sleep(10);
    }
  }

  private static String withoutCodes(String text) {
    return text.replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]|\u001b[=>]", "").replace("\r", "");
  }

  /** Ends the session by Ctrl-D, and says what status it left. */
  int end() throws Exception {
    press("\u0004");
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("The session did not end: " + withoutCodes(shown.substring(read)));
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
