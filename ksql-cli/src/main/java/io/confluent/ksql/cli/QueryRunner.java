package io.confluent.ksql.cli;

import io.confluent.ksql.cli.render.DisplayText;
import io.confluent.ksql.cli.render.JsonText;
import io.confluent.ksql.cli.render.RowTable;
import io.confluent.ksql.rest.client.LineStream;
import io.confluent.ksql.rest.client.ResultColumn;
import io.confluent.ksql.rest.client.RowStream;
import io.confluent.ksql.rest.wire.StreamedRow;
import io.confluent.ksql.rest.wire.Warning;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs SELECT and PRINT until they end, their bounds are met, or they are interrupted. */
final class QueryRunner {
  private static final int WIDTH_OF_NO_TERMINAL = 80;
  private static final String ROW_OF_PRINT = "rowtime: ";

  private final Session session;
  private final Output output;
  private final Interruption interruption;

  QueryRunner(Session session, Output output, Interruption interruption) {
    this.session = session;
    this.output = output;
    this.interruption = interruption;
  }

  void select(String sql) {
    try (Interruption.Work work = interruption.begin();
        RowStream rows = session.client().query(session.request(sql))) {
      work.stopBy(rows::close);
      closeInTime(rows::close);
      show(rows);
      end("Query terminated");
    } catch (CancellationException e) {
      end("Query terminated");
    }
  }

  private void show(RowStream rows) {
    int width = output.width() == 0 ? WIDTH_OF_NO_TERMINAL : output.width();
    RowTable table = new RowTable(session.rowLayout(width));
    long left = session.rowLimit().orElse(Long.MAX_VALUE);
    Optional<StreamedRow> next = rows.next();
    while (next.isPresent()) {
      StreamedRow element = next.get();
      element.header().map(StreamedRow.Header::warnings).ifPresent(this::warn);
      output.result(lines(element, table));
      element.finalMessage().ifPresent(this::end);
      if (element.row().isPresent() && --left == 0) {
        rows.close();
        end("Limit Reached");
      }
      if (output.isBroken()) {
        rows.close();
      }
      next = rows.next();
    }
  }

  private void warn(List<Warning> warnings) {
    if (session.format() == OutputFormat.TABULAR) {
      warnings.forEach(warning -> output.note("WARNING: " + warning.message()));
    }
  }

  private List<String> lines(StreamedRow element, RowTable table) {
    return switch (session.format()) {
      case TABULAR -> {
        List<ResultColumn> columns =
            element
                .header()
                .flatMap(StreamedRow.Header::schema)
                .map(ResultColumn::parse)
                .orElse(List.of());
        yield element.header().isPresent()
            ? table.header(columns)
            : element.row().map(table::row).orElse(List.of());
      }
      case JSON ->
          element
              .header()
              .<Object>map(header -> header)
              .or(element::row)
              .map(JsonText::lines)
              .orElse(List.of());
    };
  }

  void print(String sql) {
    try (Interruption.Work work = interruption.begin();
        LineStream lines = session.client().print(session.request(sql))) {
      work.stopBy(lines::close);
      closeInTime(lines::close);
      show(lines);
      end("Topic printing ceased");
    } catch (CancellationException e) {
      end("Topic printing ceased");
    }
  }

  private void show(LineStream lines) {
    long left = session.rowLimit().orElse(Long.MAX_VALUE);
    Optional<String> next = lines.next();
    while (next.isPresent()) {
      output.result(List.of(DisplayText.harmless(next.get())));
      if (next.get().startsWith(ROW_OF_PRINT) && --left == 0 || output.isBroken()) {
        lines.close();
      }
      next = lines.next();
    }
  }

  private void closeInTime(Runnable close) {
    session
        .queryTimeout()
        .ifPresent(
            timeout ->
                CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(close));
  }

  private void end(String message) {
    if (session.format() == OutputFormat.TABULAR) {
      output.note(message);
    }
  }
}
