package io.confluent.ksql.serde.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the members of an object into the fields of a row or a struct. A member belongs to the
 * field of exactly its name, else to the one that is its name in upper case; an exact name wins
 * wherever it stands.
 */
public final class MemberReader {
  private static final int UNKNOWN = -1;

  /** More names than this come only from data that makes up new ones all the time. */
  private static final int MAX_CACHED_NAMES = 1000;

  private final String[] names;
  private final JsonReader[] readers;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, Integer> positionOfMember = new HashMap<>();
  private final boolean[] exactlyRead;

  private MemberReader(String[] names, JsonReader[] readers) {
    this.names = names;
    this.readers = readers;
    exactlyRead = new boolean[names.length];
    for (int i = 0; i < names.length; i++) {
      positions.put(names[i], i);
    }
  }

  static MemberReader ofColumns(List<Column> columns, ColumnMask needed) {
    JsonReader[] readers = new JsonReader[columns.size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = needed.needs(i) ? JsonReader.of(columns.get(i).type()) : null;
    }
    return new MemberReader(columns.stream().map(Column::name).toArray(String[]::new), readers);
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
    return new MemberReader(
        struct.fields().stream().map(SqlStruct.Field::name).toArray(String[]::new), readers);
  }

  /** Reads from the opening brace to the closing one. */
  Object[] read(JsonParser json) throws IOException {
    Object[] values = new Object[readers.length];
    Arrays.fill(exactlyRead, false);
    for (String member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
      json.nextToken();
      int position = positionOf(member);
      if (position == UNKNOWN || readers[position] == null) {
        json.skipChildren();
        continue;
      }
      boolean exact = member.equals(names[position]);
      if (exactlyRead[position] && !exact) {
        json.skipChildren();
        continue;
      }
      exactlyRead[position] = exact;
      try {
        values[position] = JsonReader.orNull(readers[position], json);
      } catch (DecodeException e) {
        throw e.inside("." + names[position]);
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new DecodeException("The object is not closed");
    }
    return values;
  }

  /** The field of a member, negative if there is none. */
  int positionOf(String member) {
    Integer cached = positionOfMember.get(member);
    if (cached != null) {
      return cached;
    }
    Integer position = positions.get(member);
    if (position == null) {
      position = positions.getOrDefault(member.toUpperCase(Locale.ROOT), UNKNOWN);
    }
    if (positionOfMember.size() < MAX_CACHED_NAMES) {
      positionOfMember.put(member, position);
    }
    return position;
  }
}
