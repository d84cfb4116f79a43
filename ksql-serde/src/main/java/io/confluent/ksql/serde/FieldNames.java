package io.confluent.ksql.serde;

import io.confluent.ksql.schema.ksql.types.SqlStruct;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which field of a writer's record belongs to which field of a struct. */
public final class FieldNames {
  /** The position of what belongs nowhere. */
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
   * For each field of the writer its position in the struct, or {@link #NONE}. A field of exactly
   * the right name wins over those that differ in case.
   */
  public static int[] positions(List<String> written, SqlStruct struct) {
    int[] positions = new int[written.size()];
    int[] writerOf = new int[struct.fields().size()];
    Arrays.fill(writerOf, NONE);
    for (int i = 0; i < positions.length; i++) {
      String name = written.get(i);
      int position = positionOf(name, struct);
      positions[i] = position;
      if (position == NONE) {
        continue;
      }
      int earlier = writerOf[position];
      boolean exact = struct.fields().get(position).name().equals(name);
      if (earlier == NONE || exact) {
        writerOf[position] = i;
      }
      if (earlier != NONE) {
        positions[exact ? earlier : i] = NONE;
      }
    }
    return positions;
  }
}
