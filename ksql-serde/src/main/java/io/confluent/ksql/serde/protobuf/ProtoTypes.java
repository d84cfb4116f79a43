package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
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

/** Finds the SQL types that messages mean, and notes what has none. */
final class ProtoTypes {
  private final NameCase nameCase;
  private final List<String> dropped = new ArrayList<>();
  private final Set<String> open = new HashSet<>();

  ProtoTypes(NameCase nameCase) {
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

  /** The struct of a message; empty if no part of it has a type. */
  Optional<SqlStruct> typeOf(Descriptor message, String path) {
    if (!open.add(message.getFullName())) {
      return drop(path, "contains itself");
    }
    Fields fields = new Fields(path);
    for (OneofDescriptor choice : ProtoShape.choices(message)) {
      Fields members = new Fields(path);
      choice.getFields().forEach(field -> members.add(field.getName(), typeOf(field, path)));
      fields.add(ProtoShape.choiceName(choice), members.build());
    }
    for (FieldDescriptor field : message.getFields()) {
      if (field.getRealContainingOneof() == null) {
        fields.add(field.getName(), typeOf(field, path));
      }
    }
    open.remove(message.getFullName());
    Optional<SqlStruct> struct = fields.build();
    return struct.isPresent() ? struct : drop(path, "has no fields");
  }

  /** The type of a field. */
  Optional<SqlType> typeOf(FieldDescriptor field, String parent) {
    return atPath(field, parent.isEmpty() ? field.getName() : parent + "." + field.getName());
  }

  private Optional<SqlType> atPath(FieldDescriptor field, String path) {
    if (ProtoShape.isMap(field)) {
      return atPath(field.getMessageType().findFieldByName(ProtoShape.BARE_FIELD), path + "{}")
          .map(values -> SqlMap.of(SqlTypes.STRING, values));
    }
    return field.isRepeated()
        ? item(field, path + "[]").map(SqlArray::of)
        : item(field, path);
  }

  private Optional<SqlType> item(FieldDescriptor field, String path) {
    return switch (ProtoShape.kind(field)) {
      case BOOLEAN -> Optional.of(SqlTypes.BOOLEAN);
      case INTEGER -> Optional.of(SqlTypes.INTEGER);
      case BIGINT -> Optional.of(SqlTypes.BIGINT);
      case DOUBLE -> Optional.of(SqlTypes.DOUBLE);
      case STRING -> Optional.of(SqlTypes.STRING);
      case BYTES -> Optional.of(SqlTypes.BYTES);
      case TIME -> Optional.of(SqlTypes.TIME);
      case DATE -> Optional.of(SqlTypes.DATE);
      case TIMESTAMP -> Optional.of(SqlTypes.TIMESTAMP);
      case DECIMAL -> {
        int precision = ProtoShape.precision(field);
        int scale = ProtoShape.scale(field);
        yield precision >= 1 && scale <= precision
            ? Optional.of(SqlTypes.decimal(precision, scale))
            : drop(path, "is a decimal with a scale that SQL does not have");
      }
      case STRUCT -> typeOf(field.getMessageType(), path).map(struct -> struct);
      case ARRAY, MAP -> throw new AssertionError(field);
    };
  }

  private <T extends SqlType> Optional<T> drop(String path, String reason) {
    dropped.add("The field " + (path.isEmpty() ? "at the root" : path) + " " + reason + ".");
    return Optional.empty();
  }

  /** Fields of a struct as they are found. */
  private final class Fields {
    private final String path;
    private final SqlStruct.Builder struct = SqlTypes.struct();
    private final Set<String> names = new HashSet<>();

    Fields(String path) {
      this.path = path;
    }

    void add(String name, Optional<? extends SqlType> type) {
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
        drop(path.isEmpty() ? name : path + "." + name, "has the name of another field but for case");
      }
    }

    Optional<SqlStruct> build() {
      return names.isEmpty() ? Optional.empty() : Optional.of(struct.build());
    }
  }
}
