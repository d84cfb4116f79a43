package io.confluent.ksql.engine;

import io.confluent.ksql.engine.command.CatalogVersion;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.Plan;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement that was found to be right.
 *
 * @param text the statement with the values of its variables in it, and without secrets of
 *     connectors; spans count from its beginning
 * @param statement what it says
 * @param session what was set before it
 * @param plan what it comes to; empty for statements that only ask or set
 * @param basis what it was planned for; it is planned again if something has changed since
 */
public record Prepared(
    String text, Statement statement, Session session, Optional<Plan> plan, CatalogVersion basis) {
  public Prepared {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(basis, "basis");
  }
}
