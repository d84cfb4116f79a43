package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An element of the answer of {@code POST /query}: one of the members is there, the others are left
 * out.
 *
 * @param header the first element
 * @param row a row
 * @param errorMessage the error that ended the query
 * @param finalMessage why the query ended
 * @param continuationToken where to go on
 * @param consistencyToken how far the answer has seen
 * @param sourceHost the server that a row came from, as {@code host:port}; only beside a row
 */
public record StreamedRow(
    @JsonInclude(Include.NON_ABSENT) Optional<Header> header,
    @JsonInclude(Include.NON_ABSENT) Optional<Row> row,
    @JsonInclude(Include.NON_ABSENT) Optional<ErrorBody> errorMessage,
    @JsonInclude(Include.NON_ABSENT) Optional<String> finalMessage,
    @JsonInclude(Include.NON_ABSENT) Optional<ContinuationToken> continuationToken,
    @JsonInclude(Include.NON_ABSENT) Optional<ConsistencyToken> consistencyToken,
    @JsonInclude(Include.NON_ABSENT) Optional<String> sourceHost) {

  /**
   * What the rows look like.
   *
   * @param queryId the query
   * @param schema the columns as SQL text, key columns of a pull query marked {@code KEY}
   * @param protoSchema the message type of the rows; left out unless they are protobuf
   * @param warnings what the author of the query should know; left out if that is nothing
   */
  public record Header(
      @JsonInclude(Include.NON_ABSENT) Optional<String> queryId,
      @JsonInclude(Include.NON_ABSENT) Optional<String> schema,
      @JsonInclude(Include.NON_ABSENT) Optional<String> protoSchema,
      @JsonInclude(Include.NON_EMPTY) List<Warning> warnings) {
    public Header {
      warnings = Copies.of(warnings);
    }
  }

  /**
   * A row.
   *
   * @param columns its values in order: null, Boolean, Integer, Long, BigInteger, BigDecimal,
   *     Double (if written with an exponent), String, List, or Map in the order of its members;
   *     empty for a protobuf row
   * @param protobufBytes the row in base64; left out unless rows are protobuf
   * @param tombstone whether it deletes the row of its key; left out unless it does
   */
  public record Row(
      @JsonInclude(Include.NON_ABSENT) @JsonDeserialize(contentUsing = CellDeserializer.class)
          Optional<List<Object>> columns,
      @JsonInclude(Include.NON_ABSENT) Optional<String> protobufBytes,
      @JsonInclude(Include.NON_ABSENT) Optional<Boolean> tombstone) {}

  /**
   * Where a push query can go on.
   *
   * @param continuationToken an opaque text
   */
  public record ContinuationToken(String continuationToken) {}

  /**
   * How far an answer has seen.
   *
   * @param consistencyToken an opaque text
   */
  public record ConsistencyToken(String consistencyToken) {}

  private static StreamedRow of(
      Optional<Header> header,
      Optional<Row> row,
      Optional<ErrorBody> error,
      Optional<String> finalMessage) {
    return new StreamedRow(
        header, row, error, finalMessage, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static StreamedRow ofRow(List<?> columns, Optional<Boolean> tombstone) {
    List<Object> copy = Collections.unmodifiableList(new ArrayList<>(columns));
    return of(
        Optional.empty(),
        Optional.of(new Row(Optional.of(copy), Optional.empty(), tombstone)),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The first element where rows are protobuf.
   *
   * @param schema the columns as SQL text
   * @param protoSchema the message type of the rows
   */
  public static StreamedRow protobufHeader(String queryId, String schema, String protoSchema) {
    return of(
        Optional.of(
            new Header(
                Optional.of(queryId), Optional.of(schema), Optional.of(protoSchema), List.of())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A row as protobuf.
   *
   * @param base64 the message
   * @param tombstone whether it deletes the row of its key
   */
  public static StreamedRow protobufRow(String base64, boolean tombstone) {
    return of(
        Optional.empty(),
        Optional.of(
            new Row(
                Optional.empty(),
                Optional.of(base64),
                tombstone ? Optional.of(true) : Optional.empty())),
        Optional.empty(),
        Optional.empty());
  }

  /** The first element. */
  public static StreamedRow header(Optional<String> queryId, String schema) {
    return header(queryId, schema, List.of());
  }

  /** The first element, with what the author of the query should know. */
  public static StreamedRow header(
      Optional<String> queryId, String schema, List<Warning> warnings) {
    return of(
        Optional.of(new Header(queryId, Optional.of(schema), Optional.empty(), warnings)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A row of those values, nulls among them. */
  public static StreamedRow row(List<?> columns) {
    return ofRow(columns, Optional.empty());
  }

  /** A row that deletes the row of its key; the values that are not of the key are null. */
  public static StreamedRow tombstone(List<?> columns) {
    return ofRow(columns, Optional.of(true));
  }

  /** The end of a query that failed. */
  public static StreamedRow error(ErrorBody error) {
    return of(Optional.empty(), Optional.empty(), Optional.of(error), Optional.empty());
  }

  /** The end of a query. */
  public static StreamedRow finalMessage(String message) {
    return of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(message));
  }

  /** How far the answer has seen. */
  public static StreamedRow consistencyToken(String token) {
    return new StreamedRow(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new ConsistencyToken(token)),
        Optional.empty());
  }

  /** Where the query can go on. */
  public static StreamedRow continuationToken(String token) {
    return new StreamedRow(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new ContinuationToken(token)),
        Optional.empty(),
        Optional.empty());
  }
}
