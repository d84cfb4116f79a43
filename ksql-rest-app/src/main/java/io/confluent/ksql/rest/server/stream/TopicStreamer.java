package io.confluent.ksql.rest.server.stream;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Outside;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.engine.topics.IncomingRecord;
import io.confluent.ksql.engine.topics.TopicTail;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.Print;
import io.confluent.ksql.rest.server.http.Exchange;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.server.http.PieceWriter;
import io.confluent.ksql.rest.wire.WireJson;
import io.confluent.ksql.serde.print.TopicPrinter;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Answers PRINT: the records of a topic as lines of text. */
final class TopicStreamer {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Outside outside;
  private final QueryAdmission admission;

  TopicStreamer(Outside outside, QueryAdmission admission) {
    this.outside = outside;
    this.admission = admission;
  }

  void stream(Print print, Prepared prepared, Exchange exchange) {
    stream(print, prepared, () -> exchange.stream(exchange.contentType()), "\n");
  }

  /**
   * Prints to a writer; what fails before the first record is thrown.
   *
   * @param lineEnd what stands behind each line
   */
  void stream(Print print, Prepared prepared, Supplier<PieceWriter> writer, String lineEnd) {
    QueryAdmission.Place place = admission.enterLasting();
    try (TopicTail tail = open(print, prepared)) {
      PieceWriter out = writer.get();
      try {
        writeRecords(print, tail, out, lineEnd);
        out.end();
      } catch (RuntimeException e) {
        HttpError error = HttpError.of(e, List.of());
        out.write(Buffer.buffer(WireJson.write(error.body()) + lineEnd));
        out.fail(error);
      }
    } finally {
      place.leave();
    }
  }

  private TopicTail open(Print print, Prepared prepared) {
    try {
      checkExists(print);
      return outside
          .tails()
          .open(
              print.topic().text(),
              print.fromBeginning() ? TopicTail.Start.BEGINNING : TopicTail.Start.END);
    } catch (DiagnosticException e) {
      throw new StatementException(prepared.text(), e);
    }
  }

  private void checkExists(Print print) {
    String topic = print.topic().text();
    if (outside.topics().describe(List.of(topic)).isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.TOPIC_NOT_FOUND, print.topic().span(), "There is no topic %s.", topic)
          .hint(
              Names.nearest(topic, outside.topics().all().keySet())
                  .map("Did you mean %s?"::formatted))
          .note("Names of topics are case-sensitive.")
          .toException();
    }
  }

  private void writeRecords(Print print, TopicTail tail, PieceWriter out, String lineEnd) {
    TopicPrinter printer = new TopicPrinter(outside.registry());
    int interval = Math.max(1, print.interval().orElse(1));
    int left = print.limit().orElse(Integer.MAX_VALUE);
    long seen = 0;
    while (left > 0 && !out.isClosed() && !Thread.currentThread().isInterrupted()) {
      for (IncomingRecord record : tail.poll(POLL)) {
        if (left > 0 && seen++ % interval == 0) {
          left--;
          if (!write(record, printer, out, lineEnd)) {
            return;
          }
        }
      }
    }
  }

  private static boolean write(
      IncomingRecord record, TopicPrinter printer, PieceWriter out, String lineEnd) {
    List<String> lines =
        printer.lines(record.timestamp(), record.key(), record.value(), record.partition());
    return out.write(Buffer.buffer(String.join("\n", lines) + lineEnd));
  }
}
