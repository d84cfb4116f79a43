package io.confluent.ksql.parser;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.AssertSource;
import io.confluent.ksql.parser.ast.AssertValues;
import io.confluent.ksql.parser.ast.Explain;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.RunScript;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.ast.TypeName;
import io.confluent.ksql.parser.syntax.TreeParser;
import java.util.List;

/**
 * The parser: syntax only, no names resolved. All errors are {@code DiagnosticException}s whose
 * span points into the text that was given.
 */
public final class SqlParser {
  private SqlParser() {}

  /** The statements of a script, each of which must end with a semicolon. */
  public static List<StatementText> split(String script) {
    return split(script, FinalSemicolon.REQUIRED);
  }

  /** The statements of a script; blanks, comments and empty statements are left out. */
  public static List<StatementText> split(String script, FinalSemicolon last) {
    return new ScriptSplitter(script).split(last);
  }

  /** Whether a text ends where a statement may: nothing is open and nothing follows a semicolon. */
  public static boolean isComplete(String text) {
    return new ScriptSplitter(text).isComplete();
  }

  /** A statement of a server; spans count from its beginning, not from that of the script. */
  public static Statement parse(StatementText statement) {
    return parse(statement.text());
  }

  /** A statement of a server, with or without its semicolon. */
  public static Statement parse(String statement) {
    return parse(statement, Dialect.SERVER);
  }

  /** One statement, with or without its semicolon. */
  public static Statement parse(String statement, Dialect dialect) {
    Statement parsed = TreeParser.statement(statement);
    if (dialect == Dialect.SERVER) {
      checkForServer(parsed);
    }
    return parsed;
  }

  /** One expression. */
  public static Expression parseExpression(String expression) {
    return TreeParser.expression(expression);
  }

  /** One type. */
  public static TypeName parseType(String type) {
    return TreeParser.type(type);
  }

  private static void checkForServer(Statement statement) {
    if (statement instanceof RunScript) {
      throw Diagnostic.error(
              ErrorCode.SYNTAX, statement.span(), "RUN SCRIPT is no statement of the server.")
          .hint("The command line client runs it; to a server send what the script says.")
          .toException();
    }
    if (statement instanceof AssertValues || statement instanceof AssertSource) {
      throw Diagnostic.error(
              ErrorCode.SYNTAX, statement.span(), "This ASSERT is no statement of the server.")
          .hint("It belongs into files of SQL tests.")
          .toException();
    }
    if (statement instanceof Explain explain) {
      explain.statement().ifPresent(SqlParser::checkForServer);
    }
  }
}
