package io.confluent.ksql.rest.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** The lines of PRINT, as the server writes them. Closing, from any thread, stops it. */
public final class LineStream implements AutoCloseable {
  private final OpenAnswer answer;
  private final BufferedReader reader;

  LineStream(OpenAnswer answer) {
    this.answer = answer;
    this.reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  /** Waits for the next line that is not blank; empty at the end or when this was closed. */
  public Optional<String> next() {
    if (answer.isClosed()) {
      // Lines that were received already are no longer wanted.
      return Optional.empty();
    }
    try {
      String line = reader.readLine();
      while (line != null && line.isBlank()) {
        line = reader.readLine();
      }
      return Optional.ofNullable(line);
    } catch (IOException e) {
      return answer.endOrThrow(e);
    }
  }

  /** Gives all lines that are left to a consumer, in this thread, until the end. */
  public void forEach(Consumer<String> consumer) {
    for (Optional<String> next = next(); next.isPresent(); next = next()) {
      consumer.accept(next.get());
    }
  }

  @Override
  public void close() {
    answer.close();
  }
}
