package io.confluent.ksql.cli;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The program {@code ksql}. */
public final class Ksql {
  private Ksql() {}

  /** Runs the program; exits with 0 if all went well and 1 if not. */
  public static void main(String[] arguments) {
    System.exit(KsqlCommand.commandLine(Ksql::openTerminal).execute(arguments));
  }

  private static Terminal openTerminal() throws IOException {
    return TerminalBuilder.builder().system(true).dumb(true).build();
  }
}
