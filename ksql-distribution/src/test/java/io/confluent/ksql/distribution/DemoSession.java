package io.confluent.ksql.distribution;

import io.confluent.ksql.distribution.DemoDocument.Block;
import io.confluent.ksql.distribution.DemoDocument.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Does what the document says, block by block: commands of the shell by bash, statements in one
 * terminal client. Collects where the document shows something else than what came.
 */
final class DemoSession implements AutoCloseable {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_C_SHOWN = "^C";
  private static final long PATIENCE_SECONDS = 60;

  private final Path directory;
  private final String commands;
  private final Ports ports;
  private final List<String> differences = new ArrayList<>();
  private final Deque<Process> background = new ArrayDeque<>();
  private PseudoTerminal client;

  /**
   * @param directory for data, logs and what commands leave behind
   * @param commands a directory with commands that the machine has under other names
   */
  DemoSession(Path directory, Path commands) {
    this.directory = directory;
    this.commands = commands + ":" + System.getenv("PATH");
    this.ports = Ports.free();
  }

  /** Runs all of it; what differed, one text a block. */
  List<String> run(List<Block> blocks) throws Exception {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      List<Block> outputs = outputsAfter(blocks, i);
      switch (block.kind()) {
        case BACKGROUND -> start(block, outputs);
        case SHELL -> runShell(block, outputs);
        case CLIENT -> openClient(block, outputs);
        case SQL -> type(block, outputs, continuesAfter(blocks, i));
        case MORE -> compareMore(block);
        case OUTPUT, ASIDE -> {}
      }
    }
    if (client != null && client.end() != 0) {
      differences.add("The terminal client ended with another status than 0.");
    }
    return differences;
  }

  private static List<Block> outputsAfter(List<Block> blocks, int index) {
    boolean has = index + 1 < blocks.size() && blocks.get(index + 1).kind() == Kind.OUTPUT;
    return has ? List.of(blocks.get(index + 1)) : List.of();
  }

  /** Whether a block of later output comes before the next that is typed. */
  private static boolean continuesAfter(List<Block> blocks, int index) {
    for (Block later : blocks.subList(index + 1, blocks.size())) {
      if (later.kind() == Kind.MORE || later.kind() == Kind.SQL) {
        return later.kind() == Kind.MORE;
      }
    }
    return false;
  }

  private Run shell(String text) {
    return Processes.isolated(
            Run.of(Path.of("bash"), "-c", "set -o pipefail; " + ports.moved(text)), directory)
        .with("PATH", commands);
  }

  private void runShell(Block block, List<Block> outputs) throws Exception {
    Process process =
        shell(block.text()).with("KSQL_BOOTSTRAP_SERVERS", ports.broker()).startPiped();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      differences.add("Line %d failed:\n%s\n%s".formatted(block.line(), block.text(), output));
      return;
    }
    outputs.forEach(shown -> compare(shown, output));
  }

  private void start(Block block, List<Block> outputs) throws Exception {
    Path output = Files.createTempFile(directory, "background", ".txt");
    String ownData = block.text().contains("ksql-server-start") ? serverArguments() : "";
    background.push(shell("exec env " + block.text() + ownData + " 2>&1").start(output, output));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (Block shown : outputs) {
      OutputPattern pattern = OutputPattern.of(shown.text());
      while (!pattern.matches(usual(Files.readString(output))) && System.nanoTime() < end) {
        Thread.sleep(50);
      }
      compare(shown, Files.readString(output));
    }
  }

  private String serverArguments() {
    return " --port-base " + ports.base() + " --data-dir '" + directory.resolve("data") + "'";
  }

  private void openClient(Block block, List<Block> outputs) throws Exception {
    Run command = PseudoTerminal.command(ports.moved(block.text()));
    client = PseudoTerminal.open(Processes.isolated(command, directory));
    String welcome = client.readToPrompt();
    outputs.forEach(shown -> compare(shown, welcome));
  }

  private void type(Block block, List<Block> outputs, boolean continues) throws Exception {
    List<String> statements = statements(block.text());
    StringBuilder output = new StringBuilder();
    for (String statement : statements.subList(0, statements.size() - 1)) {
      client.type(ports.moved(statement));
      output.append(client.readToPrompt());
    }
    client.type(ports.moved(statements.get(statements.size() - 1)));
    String shown = outputs.isEmpty() ? "" : outputs.get(0).text();
    if (continues || shown.contains(CTRL_C_SHOWN)) {
      outputs.forEach(expected -> await(expected, continues));
    } else {
      output.append(client.readToPrompt());
      outputs.forEach(expected -> compare(expected, output.toString()));
    }
  }

  private void compareMore(Block block) {
    await(block, false);
  }

  /** Compares what a query that runs has printed; at a shown Ctrl-C it is pressed. */
  private void await(Block expected, boolean continues) {
    try {
      int stop = expected.text().indexOf(CTRL_C_SHOWN);
      String before = stop < 0 ? expected.text() : expected.text().substring(0, stop);
      OutputPattern pattern = OutputPattern.of(before);
      compare(
          new Block(expected.kind(), expected.line(), before),
          client.readUntil(text -> pattern.matches(usual(text))));
      if (stop >= 0) {
        client.press(CTRL_C);
        String rest = client.readToPrompt();
        compare(new Block(Kind.OUTPUT, expected.line(), expected.text().substring(stop)), rest);
      } else if (!continues) {
        client.readToPrompt();
      }
    } catch (Exception e) {
      throw new AssertionError("Line " + expected.line() + ": " + e.getMessage(), e);
    }
  }

  private static List<String> statements(String text) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    for (String line : text.split("\n")) {
      statement.append(statement.isEmpty() ? "" : "\n").append(line);
      if (line.endsWith(";")) {
        statements.add(statement.toString());
        statement.setLength(0);
      }
    }
    if (!statement.isEmpty()) {
      statements.add(statement.toString());
    }
    return statements;
  }

  private void compare(Block shown, String output) {
    String came = usual(output);
    if (!OutputPattern.of(shown.text()).matches(came)) {
      differences.add(
          "Line %d shows:\n%s\nbut this came:\n%s\n"
              .formatted(shown.line(), shown.text(), OutputPattern.normalized(came)));
    }
  }

  /** What came, as it would have come from the usual ports and without this test's directory. */
  private String usual(String output) {
    return ports
        .usual(output)
        .replace(directory.toString(), "")
        .replace(Installation.SOURCES.toString(), "");
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    background.forEach(Processes::end);
  }
}
