package io.confluent.ksql.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;

/** A session of a person at a terminal. */
final class Shell implements Screen {
  private static final Size SIZE_IF_UNKNOWN = Size.of(80, 24);
  private static final String PROMPT = "ksql> ";
  private static final String CONTINUATION = ">";

  private final Terminal terminal;
  private final Session session;
  private final Output output;
  private final ScriptRunner runner;
  private final ServerNames names;
  private final LineReader reader;

  /**
   * @param history the file that keeps what was typed
   */
  Shell(Terminal terminal, Session session, Path history) {
    if (terminal.getColumns() == 0) {
      // A pseudo-terminal that nobody gave a size; the editor draws dots on it.
      terminal.setSize(SIZE_IF_UNKNOWN);
    }
    Interruption interruption = new Interruption();
    this.terminal = terminal;
    this.session = session;
    this.output = Output.of(terminal);
    this.runner = new ScriptRunner(session, output, this, interruption);
    this.names = new ServerNames(session::client, Clock.systemUTC());
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("ksql")
            .parser(new SqlLineParser(runner::isComplete))
            .completer(new SqlCompleter(runner.commandNames(), names))
            .highlighter(new SqlHighlighter())
            .variable(LineReader.HISTORY_FILE, history)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .build();
    terminal.handle(Terminal.Signal.INT, signal -> interruption.interrupt());
  }

  /** Reads and runs until the end of the session. */
  void run() {
    new Welcome(session, output).show();
    while (!session.isOver()) {
      Optional<String> text = read();
      if (text.isPresent() && !text.get().isBlank()) {
        output.copyCommand(text.get());
        runner.run(text.get());
        names.forget();
      }
    }
    output.note("Exiting KSQL.");
    output.stopSpooling();
  }

  private Optional<String> read() {
    try {
      return Optional.of(reader.readLine(PROMPT));
    } catch (UserInterruptException e) {
      // Ctrl-C while typing throws away what was typed.
      return Optional.empty();
    } catch (EndOfFileException e) {
      session.end();
      return Optional.empty();
    }
  }

  @Override
  public void clear() {
    terminal.puts(InfoCmp.Capability.clear_screen);
    terminal.flush();
  }

  @Override
  public List<String> history() {
    List<String> lines = new ArrayList<>();
    for (History.Entry entry : reader.getHistory()) {
      lines.add(entry.line());
    }
    return lines;
  }
}
