package io.confluent.ksql.serde.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the members of an object into the fields of a row or a struct, by {@link MemberNames}; an
 * exact name wins wherever it stands.
 */
public final class MemberReader {
  private final MemberNames names;
  private final JsonReader[] readers;
  private final boolean[] exactlyRead;

  private MemberReader(List<String> names, JsonReader[] readers) {
    this.names = new MemberNames(names);
    this.readers = readers;
    exactlyRead = new boolean[readers.length];
  }

  static MemberReader ofColumns(List<Column> columns, ColumnMask needed) {
    JsonReader[] readers = new JsonReader[columns.size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = needed.needs(i) ? JsonReader.of(columns.get(i).type()) : null;
    }
    return new MemberReader(columns.stream().map(Column::name).toList(), readers);
  }

  static MemberReader ofFields(SqlStruct struct) {
    return of(
        struct,
        struct.fields().stream()
            .map(field -> JsonReader.of(field.type()))
            .toArray(JsonReader[]::new));
  }

  /**
   * A reader of a struct's fields.
   *
   * @param readers one a field; null where a field is left null
   */
  public static MemberReader of(SqlStruct struct, JsonReader... readers) {
    return new MemberReader(struct.fields().stream().map(SqlStruct.Field::name).toList(), readers);
  }

  /** Reads from the opening brace to the closing one. */
  Object[] read(JsonParser json) throws IOException {
    Object[] values = new Object[readers.length];
    Arrays.fill(exactlyRead, false);
    for (String member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
      json.nextToken();
      int position = names.positionOf(member);
      if (position < 0 || readers[position] == null) {
        json.skipChildren();
        continue;
      }
      boolean exact = member.equals(names.at(position));
      if (exactlyRead[position] && !exact) {
        json.skipChildren();
        continue;
      }
      exactlyRead[position] = exact;
      try {
        values[position] = JsonReader.orNull(readers[position], json);
      } catch (DecodeException e) {
        throw e.inside("." + names.at(position));
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new DecodeException("The object is not closed");
    }
    return values;
  }
}
