package io.confluent.ksql.function.builtin.map;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The SQL function {@code ENTRIES}. */
@UdfDescription(
    name = "ENTRIES",
    category = FunctionCategory.MAP,
    description =
        "The entries of a map as structs of a key K and a value V, sorted by key if wanted.")
@UdfExample(sql = "ENTRIES(MAP('b' := 2, 'a' := 1), true)[1]->K", result = "'a'")
public final class Entries {
  @Udf(schema = "ARRAY<STRUCT<K STRING, V INTEGER>>")
  public List<StructValue> entriesInteger(Map<String, Integer> map, boolean sorted) {
    return entries(map, sorted, SqlTypes.INTEGER);
  }

  @Udf(schema = "ARRAY<STRUCT<K STRING, V BIGINT>>")
  public List<StructValue> entriesLong(Map<String, Long> map, boolean sorted) {
    return entries(map, sorted, SqlTypes.BIGINT);
  }

  @Udf(schema = "ARRAY<STRUCT<K STRING, V DOUBLE>>")
  public List<StructValue> entriesDouble(Map<String, Double> map, boolean sorted) {
    return entries(map, sorted, SqlTypes.DOUBLE);
  }

  @Udf(schema = "ARRAY<STRUCT<K STRING, V BOOLEAN>>")
  public List<StructValue> entriesBoolean(Map<String, Boolean> map, boolean sorted) {
    return entries(map, sorted, SqlTypes.BOOLEAN);
  }

  @Udf(schema = "ARRAY<STRUCT<K STRING, V STRING>>")
  public List<StructValue> entriesString(Map<String, String> map, boolean sorted) {
    return entries(map, sorted, SqlTypes.STRING);
  }

  private static List<StructValue> entries(Map<String, ?> map, boolean sorted, SqlType valueType) {
    if (map == null) {
      return null;
    }
    SqlStruct type = SqlTypes.struct().field("K", SqlTypes.STRING).field("V", valueType).build();
    List<StructValue> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(new StructValue(type, key, value)));
    if (sorted) {
      entries.sort(Comparator.comparing(entry -> (String) entry.value(0)));
    }
    return entries;
  }
}
