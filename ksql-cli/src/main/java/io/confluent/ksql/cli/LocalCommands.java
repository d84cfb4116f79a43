package io.confluent.ksql.cli;

import io.confluent.ksql.cli.render.RowLayout;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that are no statements, such as HELP and RUN SCRIPT. */
final class LocalCommands {
  private record LocalCommand(String name, String usage, String meaning, Consumer<String> action) {
    /** What stands after the name; empty if the text is not this command. */
    Optional<String> argument(String text) {
      String words = name.replace(" ", "\\s+");
      Matcher matcher = Pattern.compile("(?i)" + words + "(\\s+(?<argument>.*))?").matcher(text);
      return matcher.matches()
          ? Optional.of(matcher.group("argument") == null ? "" : matcher.group("argument"))
          : Optional.empty();
    }
  }

  private final Session session;
  private final Output output;
  private final List<LocalCommand> commands;

  LocalCommands(Session session, Output output, Screen screen, Consumer<Path> scripts) {
    this.session = session;
    this.output = output;
    this.commands =
        List.of(
            new LocalCommand("HELP", "help", "Shows this.", argument -> help()),
            new LocalCommand("CLEAR", "clear", "Wipes the screen.", argument -> screen.clear()),
            new LocalCommand(
                "OUTPUT",
                "output [TABULAR|JSON]",
                "Says or sets how answers are shown.",
                this::output),
            new LocalCommand(
                "HISTORY", "history", "Shows what was typed.", argument -> history(screen)),
            new LocalCommand(
                "VERSION", "version", "Says which version this is.", argument -> version()),
            new LocalCommand(
                "RUN SCRIPT",
                "run script <file>",
                "Runs the statements in a file.",
                argument -> scripts.accept(Path.of(unquoted(required("RUN SCRIPT", argument))))),
            new LocalCommand(
                "SERVER", "server [<url>]", "Says or sets which server is asked.", this::server),
            new LocalCommand(
                "REQUEST-PIPELINING",
                "request-pipelining [ON|OFF]",
                "Says or sets whether a request may overtake the effect of the one before.",
                this::pipelining),
            new LocalCommand(
                "SPOOL",
                "spool <file>|OFF",
                "Copies all that is shown to a file, or no longer.",
                this::spool),
            new LocalCommand(
                "SET CLI WRAP",
                "set cli wrap ON|OFF",
                "Says whether long values run over several lines or are cut off.",
                this::wrap),
            new LocalCommand(
                "SET CLI COLUMN-WIDTH",
                "set cli column-width <n>",
                "Sets the width of the columns of rows; 0 shares the line among them.",
                this::columnWidth),
            new LocalCommand("EXIT", "exit", "Ends the session.", argument -> session.end()),
            new LocalCommand("QUIT", "quit", "Ends the session.", argument -> session.end()));
  }

  List<String> names() {
    return commands.stream().map(LocalCommand::name).toList();
  }

  boolean isCommand(String text) {
    String bare = bare(text);
    return commands.stream().anyMatch(command -> command.argument(bare).isPresent());
  }

  void run(String text) {
    String bare = bare(text);
    for (LocalCommand command : commands) {
      Optional<String> argument = command.argument(bare);
      if (argument.isPresent()) {
        command.action().accept(argument.get());
        return;
      }
    }
    throw new IllegalArgumentException("Not a command: " + text);
  }

  private static String bare(String text) {
    String bare = text.strip();
    while (bare.endsWith(";")) {
      bare = bare.substring(0, bare.length() - 1).strip();
    }
    // Statements after a command are no argument of it.
    return bare.indexOf('\n') >= 0 || bare.indexOf(';') >= 0 ? "" : bare;
  }

  private static String required(String command, String argument) {
    if (argument.isEmpty()) {
      throw new KsqlException(command + " needs an argument; see HELP.");
    }
    return argument;
  }

  private static String unquoted(String argument) {
    boolean quoted = argument.length() >= 2 && argument.startsWith("'") && argument.endsWith("'");
    return quoted ? argument.substring(1, argument.length() - 1) : argument;
  }

  private void help() {
    output.note("Statements end with ; and may run over several lines. Besides them:");
    for (LocalCommand command : commands) {
      output.note(String.format("  %-28s %s", command.usage(), command.meaning()));
    }
    output.note("Ctrl-C stops a running query, Ctrl-D ends the session, Tab completes words.");
  }

  private void output(String argument) {
    if (argument.isEmpty()) {
      output.note("Current output format: " + session.format());
      return;
    }
    for (OutputFormat format : OutputFormat.values()) {
      if (format.name().equalsIgnoreCase(argument)) {
        session.format(format);
        output.note("Output format set to " + format);
        return;
      }
    }
    throw new KsqlException(
        "Invalid output format: '" + argument + "' (valid formats: 'JSON', 'TABULAR')");
  }

  private void history(Screen screen) {
    List<String> lines = screen.history();
    for (int i = 0; i < lines.size(); i++) {
      output.note(String.format("%4d: %s", i + 1, lines.get(i)));
    }
  }

  private void version() {
    output.note("Version: " + CliVersion.number());
  }

  private void server(String argument) {
    if (!argument.isEmpty()) {
      session.connect(ServerAddress.parse(unquoted(argument)));
    }
    output.note("Server now: " + session.client().options().server());
    if (!argument.isEmpty()) {
      session.client().info();
    }
  }

  private void pipelining(String argument) {
    if (!argument.isEmpty()) {
      session.pipelining(isOn("REQUEST-PIPELINING", argument));
    }
    output.note("Request pipelining is " + (session.isPipelining() ? "ON" : "OFF"));
  }

  private static boolean isOn(String command, String argument) {
    return switch (argument.toUpperCase(Locale.ROOT)) {
      case "ON" -> true;
      case "OFF" -> false;
      default -> throw new KsqlException(command + " is either ON or OFF, not '" + argument + "'.");
    };
  }

  private void spool(String argument) {
    String file = unquoted(required("SPOOL", argument));
    if (file.equalsIgnoreCase("OFF")) {
      output.note(output.stopSpooling() ? "Spooling stopped." : "Nothing was spooled.");
      return;
    }
    try {
      output.spoolTo(new PrintWriter(Files.newBufferedWriter(Path.of(file)), true));
    } catch (IOException e) {
      throw new KsqlException("The file " + file + " cannot be written: " + e.getMessage(), e);
    }
    output.note("Session will be spooled to " + Path.of(file).toAbsolutePath());
  }

  private void wrap(String argument) {
    boolean wrap = isOn("SET CLI WRAP", argument);
    session.overflow(wrap ? RowLayout.Overflow.WRAP : RowLayout.Overflow.CLIP);
  }

  private void columnWidth(String argument) {
    try {
      int width = Integer.parseInt(required("SET CLI COLUMN-WIDTH", argument));
      if (width >= 0) {
        session.columnWidth(width);
        return;
      }
    } catch (NumberFormatException e) {
      throw new KsqlException("A column width is a whole number, not '" + argument + "'.", e);
    }
    throw new KsqlException("A column width cannot be negative: " + argument);
  }
}
