package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.ForeignType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what messages mean. */
final class ProtoTypes {
  private final Set<String> open = new HashSet<>();

  /** What a message means: choices between fields first, then the other fields. */
  ForeignType typeOf(Descriptor message) {
    if (!open.add(message.getFullName())) {
      return new ForeignType.Endless(message.getFullName());
    }
    List<ForeignType.Field> fields = new ArrayList<>();
    for (OneofDescriptor choice : ProtoShape.choices(message)) {
      ForeignType members =
          new ForeignType.RecordOf(choice.getFields().stream().map(this::named).toList());
      fields.add(new ForeignType.Field(ProtoShape.choiceName(choice), members));
    }
    for (FieldDescriptor field : message.getFields()) {
      if (field.getRealContainingOneof() == null) {
        fields.add(named(field));
      }
    }
    open.remove(message.getFullName());
    return new ForeignType.RecordOf(fields);
  }

  private ForeignType.Field named(FieldDescriptor field) {
    return new ForeignType.Field(field.getName(), typeOf(field));
  }

  /** What a field means. */
  ForeignType typeOf(FieldDescriptor field) {
    if (ProtoShape.isMap(field)) {
      return new ForeignType.MapOf(
          typeOf(field.getMessageType().findFieldByName(ProtoShape.BARE_FIELD)));
    }
    return field.isRepeated() ? new ForeignType.ListOf(item(field)) : item(field);
  }

  private ForeignType item(FieldDescriptor field) {
    return switch (ProtoShape.kind(field)) {
      case BOOLEAN -> new ForeignType.Scalar(SqlTypes.BOOLEAN);
      case INTEGER -> new ForeignType.Scalar(SqlTypes.INTEGER);
      case BIGINT -> new ForeignType.Scalar(SqlTypes.BIGINT);
      case DOUBLE -> new ForeignType.Scalar(SqlTypes.DOUBLE);
      case STRING -> new ForeignType.Scalar(SqlTypes.STRING);
      case BYTES -> new ForeignType.Scalar(SqlTypes.BYTES);
      case TIME -> new ForeignType.Scalar(SqlTypes.TIME);
      case DATE -> new ForeignType.Scalar(SqlTypes.DATE);
      case TIMESTAMP -> new ForeignType.Scalar(SqlTypes.TIMESTAMP);
      case DECIMAL -> decimal(field);
      case STRUCT -> typeOf(field.getMessageType());
      case ARRAY, MAP -> throw new AssertionError(field);
    };
  }

  private static ForeignType decimal(FieldDescriptor field) {
    int precision = ProtoShape.precision(field);
    int scale = ProtoShape.scale(field);
    return precision >= 1 && scale <= precision
        ? new ForeignType.Scalar(SqlTypes.decimal(precision, scale))
        : new ForeignType.Untyped("is a decimal with a scale that SQL does not have");
  }
}
