package io.confluent.ksql.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine;

/** The program {@code ksql}. */
public final class Ksql {
  private Ksql() {}

  /** Runs the program; exits with 0 if all went well and 1 if not. */
  public static void main(String[] arguments) {
    CommandLine commandLine = KsqlCommand.commandLine(Ksql::openTerminal);
    // Results are UTF-8 wherever they go, whatever the locale of the machine.
    commandLine.setOut(writer(FileDescriptor.out));
    commandLine.setErr(writer(FileDescriptor.err));
    System.exit(commandLine.execute(arguments));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  private static Terminal openTerminal() throws IOException {
    boolean noLocale = Charset.defaultCharset().equals(StandardCharsets.US_ASCII);
    TerminalBuilder builder = TerminalBuilder.builder().system(true).dumb(true);
    return noLocale ? builder.encoding(StandardCharsets.UTF_8).build() : builder.build();
  }
}
