package io.confluent.ksql.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.terminal.Terminal;

/**
 * Where text goes: results, notes about them, and errors. In a session of a person all three are
 * the terminal; otherwise results alone go to the standard output. What is shown may be copied to a
 * file. Used by one thread.
 */
final class Output {
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintWriter results;
  private final PrintWriter notes;
  private final PrintWriter errors;
  private final IntSupplier width;
  private final boolean coloured;
  private Optional<PrintWriter> spool = Optional.empty();

  private Output(
      PrintWriter results,
      PrintWriter notes,
      PrintWriter errors,
      IntSupplier width,
      boolean coloured) {
    this.results = results;
    this.notes = notes;
    this.errors = errors;
    this.width = width;
    this.coloured = coloured;
  }

  /** A terminal, for everything. */
  static Output of(Terminal terminal) {
    PrintWriter writer = terminal.writer();
    boolean coloured = !terminal.getType().startsWith(Terminal.TYPE_DUMB);
    return new Output(writer, writer, writer, terminal::getColumns, coloured);
  }

  /** Results apart from everything else, lines as long as they need to be. */
  static Output of(PrintWriter results, PrintWriter others) {
    return new Output(results, others, others, () -> 0, false);
  }

  /** Places of a line; 0 if lines may be as long as they need to be. */
  int width() {
    return width.getAsInt();
  }

  /** What was asked for. */
  void result(List<String> lines) {
    lines.forEach(line -> print(results, line, line));
    results.flush();
  }

  /** Something about a result; an empty text is a blank line. */
  void note(String text) {
    if (text.isEmpty()) {
      print(notes, "", "");
    }
    text.lines().forEach(line -> print(notes, line, line));
    notes.flush();
  }

  /** What went wrong. */
  void error(List<String> lines) {
    lines.forEach(line -> print(errors, coloured ? RED + line + PLAIN : line, line));
    errors.flush();
  }

  private void print(PrintWriter writer, String shown, String copied) {
    writer.println(shown);
    spool.ifPresent(copy -> copy.println(copied));
  }

  /** Copies a command that was typed, which the terminal shows already. */
  void copyCommand(String text) {
    spool.ifPresent(copy -> copy.println("ksql> " + text));
  }

  /** Whether nobody reads the results any longer. */
  boolean isBroken() {
    return results.checkError();
  }

  /** From now on copies what is shown to a file, and no longer to the one before. */
  void spoolTo(PrintWriter file) {
    stopSpooling();
    spool = Optional.of(file);
  }

  /** Copies no longer; false if it did not. */
  boolean stopSpooling() {
    spool.ifPresent(PrintWriter::close);
    boolean was = spool.isPresent();
    spool = Optional.empty();
    return was;
  }
}
