package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/** Finds the SQL types that Avro schemas mean, and notes what has none. */
final class AvroTypes {
  private final NameCase nameCase;
  private final List<String> dropped = new ArrayList<>();
  private final Set<String> open = new HashSet<>();

  AvroTypes(NameCase nameCase) {
    this.nameCase = nameCase;
  }

  /** What becomes of the names of fields. */
  enum NameCase {
    UPPER,
    KEPT
  }

  /** What was left out, one sentence each. */
  List<String> dropped() {
    return dropped;
  }

  /** The type of a schema; empty if it has none. */
  Optional<SqlType> typeOf(Schema schema, String path) {
    return switch (schema.getType()) {
      case UNION -> ofUnion(schema, path);
      case NULL -> drop(path, "is always null");
      case BOOLEAN -> Optional.of(SqlTypes.BOOLEAN);
      case FLOAT, DOUBLE -> Optional.of(SqlTypes.DOUBLE);
      case STRING, ENUM -> Optional.of(SqlTypes.STRING);
      case INT, LONG, BYTES, FIXED -> ofAnnotated(schema, path);
      case ARRAY ->
          AvroShape.isMapOfEntries(schema)
              ? ofMap(schema, path)
              : typeOf(schema.getElementType(), path + "[]").map(SqlArray::of);
      case MAP -> ofMap(schema, path);
      case RECORD -> ofRecord(schema, path);
    };
  }

  private Optional<SqlType> ofAnnotated(Schema schema, String path) {
    return switch (AvroShape.kind(schema).orElseThrow()) {
      case INTEGER -> Optional.of(SqlTypes.INTEGER);
      case BIGINT -> Optional.of(SqlTypes.BIGINT);
      case DATE -> Optional.of(SqlTypes.DATE);
      case TIME -> Optional.of(SqlTypes.TIME);
      case TIMESTAMP -> Optional.of(SqlTypes.TIMESTAMP);
      case BYTES -> Optional.of(SqlTypes.BYTES);
      case DECIMAL -> {
        int precision = AvroShape.precision(schema);
        int scale = AvroShape.scale(schema);
        yield precision >= 1 && scale >= 0 && scale <= precision
            ? Optional.of(SqlTypes.decimal(precision, scale))
            : drop(path, "is a decimal with a scale that SQL does not have");
      }
      case BOOLEAN, DOUBLE, STRING, ARRAY, MAP, STRUCT -> throw new AssertionError(schema);
    };
  }

  private Optional<SqlType> ofMap(Schema schema, String path) {
    return typeOf(AvroShape.mapValues(schema), path + "{}")
        .map(values -> SqlMap.of(SqlTypes.STRING, values));
  }

  private Optional<SqlType> ofUnion(Schema union, String path) {
    List<Schema> branches = AvroShape.nonNull(union);
    if (branches.isEmpty()) {
      return drop(path, "is always null");
    }
    if (branches.size() == 1) {
      return typeOf(branches.get(0), path);
    }
    SqlStruct.Builder struct = SqlTypes.struct();
    Set<String> names = new HashSet<>();
    for (Schema branch : branches) {
      add(struct, names, AvroShape.branchName(branch), branch, path);
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(struct.build());
  }

  private Optional<SqlType> ofRecord(Schema schema, String path) {
    if (!open.add(schema.getFullName())) {
      return drop(path, "contains itself");
    }
    SqlStruct.Builder struct = SqlTypes.struct();
    Set<String> names = new HashSet<>();
    for (Schema.Field field : schema.getFields()) {
      add(struct, names, field.name(), field.schema(), path);
    }
    open.remove(schema.getFullName());
    return names.isEmpty() ? drop(path, "has no fields") : Optional.of(struct.build());
  }

  private void add(
      SqlStruct.Builder struct, Set<String> names, String name, Schema schema, String path) {
    String inPath = path.isEmpty() ? name : path + "." + name;
    Optional<SqlType> type = typeOf(schema, inPath);
    if (type.isEmpty()) {
      return;
    }
    String used =
        switch (nameCase) {
          case UPPER -> name.toUpperCase(Locale.ROOT);
          case KEPT -> name;
        };
    if (names.add(used)) {
      struct.field(used, type.get());
    } else {
      drop(inPath, "has the name of another field but for case");
    }
  }

  private Optional<SqlType> drop(String path, String reason) {
    dropped.add("The field " + (path.isEmpty() ? "at the root" : path) + " " + reason + ".");
    return Optional.empty();
  }
}
