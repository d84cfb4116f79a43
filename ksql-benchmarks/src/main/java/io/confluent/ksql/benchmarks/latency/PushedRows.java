package io.confluent.ksql.benchmarks.latency;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Rows that a server pushes, by the number that is their first column. */
final class PushedRows implements RowSource {
  private final PlainHttp http;

  PushedRows(URI server, String select) {
    http = new PlainHttp(server);
    http.send("POST /query-stream", "{\"sql\":\"" + select + "\"}");
  }

  /** Between rows stand the lengths of chunks, which are no rows. */
  @Override
  public int[] next() {
    String line = http.line();
    while (!line.startsWith("[")) {
      line = http.line();
    }
    return new int[] {TopicRows.leadingNumber(line.getBytes(StandardCharsets.US_ASCII), 1)};
  }

  @Override
  public void close() {
    http.close();
  }
}
