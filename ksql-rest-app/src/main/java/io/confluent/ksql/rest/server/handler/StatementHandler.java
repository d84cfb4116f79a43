package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.rest.wire.Entity;
import java.util.Optional;

/**
 * Answers one kind of statement.
 *
 * @param <S> the kind
 */
@FunctionalInterface
public interface StatementHandler<S extends Statement> {
  /**
   * Carries the statement out.
   *
   * @param prepared the statement with its text, session and plan
   * @return empty for statements that answer nothing
   * @throws io.confluent.ksql.diagnostic.DiagnosticException why it cannot be
   */
  Optional<Entity> handle(S statement, Prepared prepared);
}
