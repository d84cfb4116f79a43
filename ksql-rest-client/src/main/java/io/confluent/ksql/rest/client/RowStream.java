package io.confluent.ksql.rest.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.rest.wire.StreamedRow;
import io.confluent.ksql.rest.wire.WireJson;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The answer of a query, element by element as the server writes it: a header first (but from a
 * classic server), then rows. One thread reads; closing, from any thread, stops the query.
 */
public final class RowStream implements AutoCloseable {
  private static final ObjectReader READER = WireJson.mapper().readerFor(StreamedRow.class);

  private final OpenAnswer answer;
  private final Consumer<String> stopQuery;
  private final JsonParser parser;
  private volatile Optional<String> queryId = Optional.empty();
  private boolean started;
  private boolean inArray;
  private volatile boolean ended;

  /**
   * @param stopQuery what to do with the query's id when this is closed before the query's end
   */
  RowStream(OpenAnswer answer, Consumer<String> stopQuery) {
    this.answer = answer;
    this.stopQuery = stopQuery;
    try {
      this.parser = READER.createParser(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException("A parser reads nothing before it is asked to", e);
    }
    // An error is followed by a comma and nothing more.
    parser.enable(JsonReadFeature.ALLOW_TRAILING_COMMA.mappedFeature());
  }

  /** The query's id, known once the header was read. */
  public Optional<String> queryId() {
    return queryId;
  }

  /**
   * Waits for the next element; empty at the end or when this was closed.
   *
   * @throws ServerErrorException if the query failed
   */
  public Optional<StreamedRow> next() {
    if (ended || answer.isClosed()) {
      return Optional.empty();
    }
    try {
      Optional<StreamedRow> element = read();
      ended = element.isEmpty() || element.get().finalMessage().isPresent();
      element.flatMap(StreamedRow::header).flatMap(StreamedRow.Header::queryId).ifPresent(this::id);
      failIfError(element);
      return element;
    } catch (IOException e) {
      return answer.endOrThrow(e);
    }
  }

  /** Gives all elements that are left to a consumer, in this thread, until the end. */
  public void forEach(Consumer<StreamedRow> consumer) {
    for (Optional<StreamedRow> next = next(); next.isPresent(); next = next()) {
      consumer.accept(next.get());
    }
  }

  private void id(String id) {
    queryId = Optional.of(id);
  }

  private void failIfError(Optional<StreamedRow> element) {
    Optional<ErrorBody> error = element.flatMap(StreamedRow::errorMessage);
    if (error.isPresent()) {
      ended = true;
      throw new ServerErrorException(error.get());
    }
  }

  private Optional<StreamedRow> read() throws IOException {
    JsonToken token = parser.nextToken();
    if (!started && token == JsonToken.START_ARRAY) {
      inArray = true;
      token = parser.nextToken();
    }
    started = true;
    if (token == null || token == JsonToken.END_ARRAY) {
      return Optional.empty();
    }
    if (token == JsonToken.START_ARRAY && !inArray) {
      return Optional.of(DelimitedFraming.row(parser));
    }
    return Optional.of(
        inArray ? READER.readValue(parser) : DelimitedFraming.element(parser, READER));
  }

  @Override
  public void close() {
    boolean running = !ended && !answer.isClosed();
    answer.close();
    if (running) {
      queryId.ifPresent(stopQuery);
    }
  }
}
