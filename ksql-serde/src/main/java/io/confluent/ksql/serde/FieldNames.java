package io.confluent.ksql.serde;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which field of a registry's schema belongs to which field of a struct. */
public final class FieldNames {
  /** The position of a field that belongs to none. */
  public static final int NONE = -1;

  private FieldNames() {}

  /** Position in the struct of the field of that name, or else of that name in upper case. */
  public static int positionOf(String name, SqlStruct struct) {
    return struct
        .field(name)
        .or(() -> struct.field(name.toUpperCase(Locale.ROOT)))
        .map(SqlStruct.Field::index)
        .orElse(NONE);
  }

  /**
   * For each field of the schema its position in the struct, or {@link #NONE}. A field of exactly
   * the right name wins over those that differ in case.
   */
  public static int[] positions(List<String> names, SqlStruct struct) {
    int[] positions = new int[names.size()];
    int[] ownerOf = new int[struct.fields().size()];
    Arrays.fill(ownerOf, NONE);
    for (int i = 0; i < positions.length; i++) {
      int position = positionOf(names.get(i), struct);
      positions[i] = position;
      if (position == NONE) {
        continue;
      }
      int earlier = ownerOf[position];
      boolean exact = struct.fields().get(position).name().equals(names.get(i));
      if (earlier == NONE || exact) {
        ownerOf[position] = i;
      }
      if (earlier != NONE) {
        positions[exact ? earlier : i] = NONE;
      }
    }
    return positions;
  }

  /** Columns as the fields of a struct. */
  public static SqlStruct struct(List<Column> columns) {
    SqlStruct.Builder struct = SqlTypes.struct();
    columns.forEach(column -> struct.field(column.name(), column.type()));
    return struct.build();
  }

  /**
   * Refuses fields that a schema lacks.
   *
   * @param positions those of the schema's fields in the struct
   * @throws EncodeException if a field of the struct has no place
   */
  public static void refuseLeftOut(SqlStruct struct, int[] positions, String schema) {
    boolean[] written = new boolean[struct.fields().size()];
    for (int position : positions) {
      if (position != NONE) {
        written[position] = true;
      }
    }
    for (SqlStruct.Field field : struct.fields()) {
      if (!written[field.index()]) {
        throw new EncodeException("The schema " + schema + " has no field " + field.name());
      }
    }
  }
}
