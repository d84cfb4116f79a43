package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.engine.subscribe.ContinuationToken;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlannerSettings.DefaultEmit;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The one statement that a request for rows has. */
final class QueryStatements {
  private final Engine engine;

  QueryStatements(Engine engine) {
    this.engine = engine;
  }

  /** The one statement of a request; what it means without EMIT depends on the endpoint. */
  Prepared one(String sql, Session given, DefaultEmit defaultEmit) {
    if (sql.isBlank()) {
      throw HttpError.of(WireErrorCode.BAD_REQUEST, "The request has no statement.");
    }
    String emit = PlannerSettings.SELECT_STREAM_DEFAULT_EMIT.name();
    boolean decided =
        engine.settings(given).given(PlannerSettings.SELECT_STREAM_DEFAULT_EMIT).isPresent();
    Session session =
        decided ? given : given.set(emit, defaultEmit.name().toLowerCase(Locale.ROOT));
    List<Prepared> prepared = engine.prepareOpen(sql, session);
    if (prepared.size() != 1) {
      throw HttpError.of(
          WireErrorCode.BAD_REQUEST,
          "The request must have one statement, it has %d.".formatted(prepared.size()));
    }
    return prepared.get(0);
  }

  /** The session of a request that says where an earlier query has stopped, if it does. */
  static Session goingOn(Session session, Map<String, Object> requestProperties) {
    Object token = requestProperties.get(ContinuationToken.PROPERTY);
    return token == null ? session : session.set(ContinuationToken.PROPERTY, token.toString());
  }

  /** The plan of a statement that gives rows. */
  static Plan.Rows query(Prepared prepared) {
    if (prepared.plan().isPresent() && prepared.plan().get() instanceof Plan.Rows query) {
      return query;
    }
    throw new StatementException(
        prepared.text(),
        Diagnostic.error(
                ErrorCode.INVALID_REQUEST,
                prepared.statement().span(),
                "Only SELECT and PRINT are answered here.")
            .hint("Send other statements to /ksql.")
            .toException());
  }
}
