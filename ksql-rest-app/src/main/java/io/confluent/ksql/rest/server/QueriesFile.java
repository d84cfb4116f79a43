package io.confluent.ksql.rest.server;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.Outcome;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.parser.ast.CreateAsSelect;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.parser.ast.CreateType;
import io.confluent.ksql.parser.ast.Define;
import io.confluent.ksql.parser.ast.InsertSelect;
import io.confluent.ksql.parser.ast.SetProperty;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.ast.Undefine;
import io.confluent.ksql.parser.ast.UnsetProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The statements of a headless server: those that make sources and queries, and what these need.
 */
final class QueriesFile {
  private static final Set<Class<? extends Statement>> QUERIES =
      Set.of(CreateAsSelect.class, InsertSelect.class);
  private static final Set<Class<? extends Statement>> OTHERS =
      Set.of(
          CreateSource.class,
          CreateType.class,
          SetProperty.class,
          UnsetProperty.class,
          Define.class,
          Undefine.class);

  private final String script;

  QueriesFile(String script) {
    this.script = script;
  }

  static QueriesFile read(Path file) {
    try {
      return new QueriesFile(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_SETTING, "The file of queries cannot be read: %s", e.getMessage())
          .hint("ksql.queries.file or --queries-file names it.")
          .toException(e);
    }
  }

  /**
   * Plans all statements, then carries them out.
   *
   * @throws StatementException which statement cannot be
   */
  void run(Engine engine) {
    List<Prepared> statements = engine.prepareOpen(script, Session.empty());
    statements.forEach(QueriesFile::check);
    if (statements.stream().noneMatch(s -> QUERIES.contains(s.statement().getClass()))) {
      throw Diagnostic.error(ErrorCode.INVALID_REQUEST, "The file of queries starts no query.")
          .hint("It needs CREATE STREAM or TABLE ... AS SELECT, or INSERT INTO ... SELECT.")
          .toException();
    }
    for (Prepared statement : statements) {
      if (statement.plan().isPresent()) {
        carryOut(engine, statement);
      }
    }
  }

  private static void check(Prepared prepared) {
    Class<? extends Statement> kind = prepared.statement().getClass();
    if (!QUERIES.contains(kind) && !OTHERS.contains(kind)) {
      throw new StatementException(
          prepared.text(),
          Diagnostic.error(
                  ErrorCode.NOT_SUPPORTED,
                  prepared.statement().span(),
                  "A file of queries cannot hold this statement.")
              .hint(
                  "It holds CREATE STREAM, TABLE and TYPE, CREATE ... AS SELECT, INSERT INTO ..."
                      + " SELECT, SET, UNSET, DEFINE and UNDEFINE.")
              .toException());
    }
  }

  private static void carryOut(Engine engine, Prepared statement) {
    if (engine.execute(statement) instanceof Outcome.Commanded commanded
        && commanded.state().failure().isPresent()) {
      RuntimeException failure = commanded.state().failure().get();
      throw failure instanceof DiagnosticException known
          ? new StatementException(statement.text(), known)
          : failure;
    }
  }
}
