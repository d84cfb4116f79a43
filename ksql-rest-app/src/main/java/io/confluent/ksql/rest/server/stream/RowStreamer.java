package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.QueryRunner;
import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.rest.server.handler.SkippedRecords;
import io.confluent.ksql.rest.server.http.Exchange;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.server.http.PieceWriter;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs a query and writes its rows, until it ends or the client is gone. */
final class RowStreamer {
  /** How soon a client that went away is noticed. */
  private static final Duration POLL = Duration.ofMillis(200);

  private final QueryRunner queries;
  private final QueryAdmission admission;

  RowStreamer(QueryRunner queries, QueryAdmission admission) {
    this.queries = queries;
    this.admission = admission;
  }

  void stream(Plan.Rows plan, Prepared prepared, RowFraming framing, Exchange exchange) {
    // The rows of a table as it is now are all there; those of other queries are waited for.
    Supplier<PieceWriter> writer =
        plan instanceof Plan.Pull
            ? exchange::gather
            : () -> exchange.stream(exchange.contentType());
    stream(plan, prepared, framing, writer);
  }

  /** Runs a query whose rows go to a writer; what fails before the first row is thrown. */
  void stream(Plan.Rows plan, Prepared prepared, RowFraming framing, Supplier<PieceWriter> writer) {
    QueryAdmission.Place place = admission.enter(plan);
    try (TransientQuery query = run(plan, prepared)) {
      stream(plan, query, framing, writer.get());
    } finally {
      place.leave();
    }
  }

  private static void stream(
      Plan.Rows plan, TransientQuery query, RowFraming framing, PieceWriter out) {
    out.write(
        framing.header(
            query.id(), plan.columns(), plan.keyNames(), SkippedRecords.warnings(query.skipped())));
    try {
      writeRows(query, framing, out);
      query.end().flatMap(framing::end).ifPresent(out::write);
      out.end();
    } catch (RuntimeException e) {
      HttpError error = HttpError.of(e, List.of());
      out.write(framing.error(error.body()));
      out.fail(error);
    }
  }

  private TransientQuery run(Plan.Rows plan, Prepared prepared) {
    try {
      return queries.run(plan, prepared.text(), prepared.session().overrides());
    } catch (DiagnosticException e) {
      throw new StatementException(prepared.text(), e);
    }
  }

  private static void writeRows(TransientQuery query, RowFraming framing, PieceWriter out) {
    while (!out.isClosed() && !Thread.currentThread().isInterrupted()) {
      Optional<ResultRow> row = query.next(POLL);
      if (row.isPresent()) {
        Optional<String> token = row.get().continuation();
        Optional<Buffer> piece =
            token.isPresent() ? framing.continuation(token.get()) : framing.row(row.get());
        if (piece.isPresent() && !out.write(piece.get())) {
          return;
        }
      } else if (query.end().isPresent()) {
        return;
      }
    }
  }
}
