package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.serde.Values;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Reads a value that was written with one schema into one SQL type. */
@FunctionalInterface
interface AvroReader {
  Object read(AvroInput in);

  /**
   * The reader of what was written with a schema.
   *
   * @throws DecodeException if such values cannot be read into the type
   */
  static AvroReader of(Schema writer, SqlType type) {
    if (writer.getType() != Schema.Type.UNION) {
      return ofKind(writer, type);
    }
    if (AvroShape.nonNull(writer).size() > 1) {
      return ofBranches(writer, type);
    }
    List<AvroReader> branches = new ArrayList<>();
    for (Schema branch : writer.getTypes()) {
      branches.add(branch.getType() == Schema.Type.NULL ? in -> null : of(branch, type));
    }
    return in -> AvroSkip.branch(branches, in).read(in);
  }

  /** A choice between several types is a struct in which one field is not null. */
  private static AvroReader ofBranches(Schema writer, SqlType type) {
    if (!(type instanceof SqlStruct struct)) {
      throw mismatch("union", type);
    }
    List<AvroReader> branches = new ArrayList<>();
    for (Schema branch : writer.getTypes()) {
      int position = FieldNames.positionOf(AvroShape.branchName(branch), struct);
      if (branch.getType() == Schema.Type.NULL) {
        branches.add(in -> null);
      } else if (position < 0) {
        branches.add(
            in -> {
              AvroSkip.skip(branch, in);
              return new StructValue(struct, new Object[struct.fields().size()]);
            });
      } else {
        AvroReader reader = of(branch, struct.fields().get(position).type());
        branches.add(
            in -> {
              Object[] values = new Object[struct.fields().size()];
              values[position] = reader.read(in);
              return new StructValue(struct, values);
            });
      }
    }
    return in -> AvroSkip.branch(branches, in).read(in);
  }

  private static AvroReader ofKind(Schema writer, SqlType type) {
    SqlBaseType kind = AvroShape.kind(writer).orElseThrow(() -> mismatch("null", type));
    SqlBaseType target = type.baseType();
    if (target == SqlBaseType.STRING && kind != SqlBaseType.STRING) {
      return ofText(writer, kind);
    }
    if (kind != target && !(kind == SqlBaseType.INTEGER && target == SqlBaseType.BIGINT)) {
      throw mismatch(kind.name(), type);
    }
    return switch (target) {
      case BOOLEAN -> AvroInput::readBoolean;
      case INTEGER -> AvroInput::readInt;
      case BIGINT -> AvroInput::readLong;
      case DOUBLE ->
          writer.getType() == Schema.Type.FLOAT
              ? in -> (double) in.readFloat()
              : AvroInput::readDouble;
      case DECIMAL -> ofDecimal(writer);
      case STRING ->
          writer.getType() == Schema.Type.ENUM
              ? in -> AvroSkip.branch(writer.getEnumSymbols(), in)
              : AvroInput::readString;
      case BYTES -> in -> ByteBuffer.wrap(bytes(writer, in));
      case TIME -> in -> Values.time(in.readInt(), "");
      case DATE -> in -> Values.date(in.readInt());
      case TIMESTAMP -> in -> Values.timestamp(in.readLong());
      case ARRAY -> ofItems(of(writer.getElementType(), ((SqlArray) type).getItemType()));
      case MAP -> ofMap(writer, (SqlMap) type);
      case STRUCT -> {
        RecordReader record = RecordReader.ofStruct(writer, (SqlStruct) type);
        yield in -> new StructValue((SqlStruct) type, record.read(in));
      }
    };
  }

  private static AvroReader ofText(Schema writer, SqlBaseType kind) {
    return switch (kind) {
      case BOOLEAN -> in -> Boolean.toString(in.readBoolean());
      case INTEGER -> in -> Integer.toString(in.readInt());
      case BIGINT -> in -> Long.toString(in.readLong());
      case DOUBLE ->
          writer.getType() == Schema.Type.FLOAT
              ? in -> Float.toString(in.readFloat())
              : in -> Double.toString(in.readDouble());
      case DECIMAL, STRING, ARRAY, MAP, STRUCT, TIME, DATE, TIMESTAMP, BYTES ->
          throw mismatch(kind.name(), SqlTypes.STRING);
    };
  }

  /** The value is taken as it is; it need not fit the type's digits. */
  private static AvroReader ofDecimal(Schema writer) {
    int scale = AvroShape.scale(writer);
    return in -> {
      byte[] unscaled = bytes(writer, in);
      if (unscaled.length == 0) {
        throw new DecodeException("A decimal has no digits");
      }
      return new BigDecimal(new BigInteger(unscaled), scale);
    };
  }

  private static byte[] bytes(Schema writer, AvroInput in) {
    return writer.getType() == Schema.Type.FIXED
        ? in.readFixed(writer.getFixedSize())
        : in.readBytes();
  }

  private static AvroReader ofItems(AvroReader item) {
    return in -> {
      List<Object> list = new ArrayList<>();
      for (long left = in.readBlock(); left > 0; left = in.readBlock()) {
        for (long i = 0; i < left; i++) {
          try {
            list.add(item.read(in));
          } catch (DecodeException e) {
            throw e.inside("[" + list.size() + "]");
          }
        }
      }
      return list;
    };
  }

  private static AvroReader ofMap(Schema writer, SqlMap type) {
    if (writer.getType() == Schema.Type.MAP) {
      AvroReader value = of(writer.getValueType(), type.getValueType());
      return in -> {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (long left = in.readBlock(); left > 0; left = in.readBlock()) {
          for (long i = 0; i < left; i++) {
            String key = in.readString();
            map.put(key, value.read(in));
          }
        }
        return map;
      };
    }
    SqlStruct entry =
        SqlTypes.struct()
            .field("key", type.getKeyType())
            .field("value", type.getValueType())
            .build();
    RecordReader entries = RecordReader.ofStruct(writer.getElementType(), entry);
    return in -> {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (long left = in.readBlock(); left > 0; left = in.readBlock()) {
        for (long i = 0; i < left; i++) {
          Object[] keyAndValue = entries.read(in);
          map.put(keyAndValue[0], keyAndValue[1]);
        }
      }
      return map;
    };
  }

  private static DecodeException mismatch(String written, SqlType type) {
    return new DecodeException("A value written as " + written + " cannot be read as " + type);
  }
}
