package io.confluent.ksql.planner.function;

import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.value.StructValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/**
 * Turns the engine's structs into Kafka Connect's, which functions see, and back. Values that hold
 * no struct come back as they are, the same object.
 */
final class StructConversion {
  private final Map<SqlStruct, Schema> schemas = new ConcurrentHashMap<>();

  /** The value with Connect's structs in it. */
  Object toConnect(Object value) {
    if (value instanceof StructValue struct) {
      return toConnect(struct);
    }
    if (value instanceof List<?> list) {
      return toConnect(list);
    }
    if (value instanceof Map<?, ?> map) {
      return toConnect(map);
    }
    return value;
  }

  private Struct toConnect(StructValue value) {
    Struct struct = new Struct(schemas.computeIfAbsent(value.type(), ConnectSchemas::of));
    for (SqlStruct.Field field : value.type().fields()) {
      struct.put(field.name(), toConnect(value.value(field.index())));
    }
    return struct;
  }

  private List<?> toConnect(List<?> list) {
    List<Object> converted = new ArrayList<>(list.size());
    boolean changed = false;
    for (Object item : list) {
      Object other = toConnect(item);
      changed |= other != item;
      converted.add(other);
    }
    return changed ? converted : list;
  }

  private Map<?, ?> toConnect(Map<?, ?> map) {
    Map<Object, Object> converted = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = toConnect(entry.getKey());
      Object value = toConnect(entry.getValue());
      changed |= key != entry.getKey() || value != entry.getValue();
      converted.put(key, value);
    }
    return changed ? converted : map;
  }

  /** The value with the engine's structs in it, of a known type. */
  Object toEngine(Object value, SqlType type) {
    if (value instanceof Struct struct && type instanceof SqlStruct structType) {
      return toEngine(struct, structType);
    }
    if (value instanceof List<?> list && type instanceof SqlArray array) {
      List<Object> converted = new ArrayList<>(list.size());
      for (Object item : list) {
        converted.add(toEngine(item, array.getItemType()));
      }
      return converted;
    }
    if (value instanceof Map<?, ?> map && type instanceof SqlMap mapType) {
      Map<Object, Object> converted = new LinkedHashMap<>();
      map.forEach(
          (key, item) ->
              converted.put(
                  toEngine(key, mapType.getKeyType()), toEngine(item, mapType.getValueType())));
      return converted;
    }
    return value;
  }

  private StructValue toEngine(Struct struct, SqlStruct type) {
    Object[] values = new Object[type.fields().size()];
    for (SqlStruct.Field field : type.fields()) {
      Field from = struct.schema().field(field.name());
      values[field.index()] = from == null ? null : toEngine(struct.get(from), field.type());
    }
    return new StructValue(type, values);
  }

  /** The value with the engine's structs in it, their types read from the structs. */
  Object toEngine(Object value) {
    if (value instanceof Struct struct) {
      return toEngine(struct, (SqlStruct) ConnectSchemas.sqlType(struct.schema()));
    }
    if (value instanceof List<?> list && !list.isEmpty() && containsStruct(list.get(0))) {
      return list.stream().map(this::toEngine).collect(ArrayList::new, List::add, List::addAll);
    }
    return value;
  }

  private static boolean containsStruct(Object value) {
    return value instanceof Struct
        || value instanceof List<?> list && !list.isEmpty() && containsStruct(list.get(0));
  }

  /** Whether values of the type are or hold structs. */
  static boolean mayHoldStruct(SqlType type) {
    if (type instanceof SqlArray array) {
      return mayHoldStruct(array.getItemType());
    }
    if (type instanceof SqlMap map) {
      return mayHoldStruct(map.getKeyType()) || mayHoldStruct(map.getValueType());
    }
    return type instanceof SqlStruct;
  }
}
