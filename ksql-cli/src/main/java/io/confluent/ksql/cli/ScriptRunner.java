package io.confluent.ksql.cli;

import io.confluent.ksql.parser.FinalSemicolon;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.StatementText;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Runs what was typed, given or read from a file: commands of the client and statements. */
final class ScriptRunner {
  private static final int DEEPEST = 16;

  private final Session session;
  private final LocalCommands commands;
  private final Reporter reporter;
  private final Interruption interruption;
  private final SessionStatements sessionStatements;
  private final QueryRunner queries;
  private final Output output;
  private int depth;

  ScriptRunner(Session session, Output output, Screen screen, Interruption interruption) {
    this.session = session;
    this.output = output;
    this.interruption = interruption;
    this.reporter = new Reporter(session, output);
    this.sessionStatements = new SessionStatements(session, output);
    this.queries = new QueryRunner(session, output, interruption);
    this.commands = new LocalCommands(session, output, screen, this::runFile);
  }

  /** Whether a text can be run, or more of it must be typed. */
  boolean isComplete(String text) {
    return text.isBlank() || commands.isCommand(text) || SqlParser.isComplete(text);
  }

  /** Names of the commands of the client. */
  List<String> commandNames() {
    return commands.names();
  }

  /** Runs a text; shows what goes wrong and gives up there. Whether all went well. */
  boolean run(String text) {
    try {
      runOrThrow(text);
      return true;
    } catch (FailedStatement e) {
      return shown(e);
    }
  }

  private boolean shown(FailedStatement failure) {
    try {
      reporter.show(failure);
    } catch (FailedStatement earlier) {
      reporter.show(earlier);
    }
    return false;
  }

  /** Runs a file as {@link #run} does a text. */
  boolean runScript(Path file) {
    try {
      runFile(file);
      return true;
    } catch (FailedStatement e) {
      return shown(e);
    } catch (KsqlException e) {
      return shown(new FailedStatement("", e));
    }
  }

  private void runFile(Path file) {
    if (depth == DEEPEST) {
      throw new KsqlException("Scripts call each other more than " + DEEPEST + " deep.");
    }
    String script;
    try {
      script = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new KsqlException("No such script file: " + file, e);
    } catch (IOException e) {
      throw new KsqlException("The script " + file + " cannot be read: " + e.getMessage(), e);
    }
    depth++;
    try {
      runOrThrow(script);
    } finally {
      depth--;
    }
  }

  private void runOrThrow(String text) {
    if (commands.isCommand(text)) {
      runOne(text, () -> commands.run(text));
      return;
    }
    List<StatementText> statements = new ArrayList<>();
    runOne(text, () -> statements.addAll(SqlParser.split(text, FinalSemicolon.OPTIONAL)));
    StringBuilder request = new StringBuilder();
    for (StatementText statement : statements) {
      if (isForServer(statement.text())) {
        request.append(terminated(statement.text())).append('\n');
      } else {
        send(request);
        runAlone(statement.text());
      }
      if (session.isOver()) {
        return;
      }
    }
    send(request);
  }

  private boolean isForServer(String statement) {
    return !commands.isCommand(statement) && StatementKind.of(statement) == StatementKind.OTHER;
  }

  private void runAlone(String statement) {
    if (commands.isCommand(statement)) {
      runOne(statement, () -> commands.run(statement));
      return;
    }
    String text = terminated(statement);
    switch (StatementKind.of(statement)) {
      case SESSION -> runOne(text, () -> sessionStatements.run(text));
      case SELECT -> runOne(text, () -> queries.select(text));
      case PRINT -> runOne(text, () -> queries.print(text));
      case OTHER -> throw new IllegalStateException("A statement of the server alone");
    }
  }

  private static String terminated(String statement) {
    return statement.endsWith(";") ? statement : statement + ";";
  }

  private void send(StringBuilder statements) {
    if (statements.isEmpty()) {
      return;
    }
    String text = statements.toString().stripTrailing();
    statements.setLength(0);
    runOne(text, () -> send(text));
  }

  private void send(String text) {
    try (Interruption.Work work = interruption.begin()) {
      List<Entity> answers = work.await(() -> session.client().ksql(session.request(text)));
      session.remember(answers);
      reporter.show(answers);
    } catch (CancellationException e) {
      output.note("Interrupted; the server may carry out the statement nevertheless.");
    }
  }

  private static void runOne(String text, Runnable action) {
    try {
      action.run();
    } catch (FailedStatement e) {
      throw e;
    } catch (KsqlException e) {
      throw new FailedStatement(text, e);
    }
  }
}
