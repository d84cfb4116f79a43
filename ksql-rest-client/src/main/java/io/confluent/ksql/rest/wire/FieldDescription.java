package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.confluent.ksql.schema.Column;
import java.util.Optional;

/**
 * A column, or a field of a STRUCT.
 *
 * @param name its name, exact in case
 * @param schema its type
 * @param type where it stands in a record; absent for a column of the value
 * @param headerKey name of the header it is filled from; absent unless it is filled from one header
 */
public record FieldDescription(
    String name,
    FieldSchema schema,
    @JsonInclude(Include.NON_ABSENT) Optional<Place> type,
    @JsonInclude(Include.NON_ABSENT) Optional<String> headerKey) {

  /** Where a column stands, if not in the value. */
  public enum Place {
    KEY,
    HEADER
  }

  /** A column of the value. */
  public static FieldDescription value(Column column) {
    return new FieldDescription(
        column.name(), FieldSchema.of(column.type()), Optional.empty(), Optional.empty());
  }

  /** A column of the key. */
  public static FieldDescription key(Column column) {
    return new FieldDescription(
        column.name(), FieldSchema.of(column.type()), Optional.of(Place.KEY), Optional.empty());
  }

  /** A column filled from the header of that key, or from all headers if none is given. */
  public static FieldDescription header(Column column, Optional<String> headerKey) {
    return new FieldDescription(
        column.name(), FieldSchema.of(column.type()), Optional.of(Place.HEADER), headerKey);
  }
}
