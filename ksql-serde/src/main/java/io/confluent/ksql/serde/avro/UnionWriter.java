package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.value.StructValue;
import java.util.List;
import org.apache.avro.Schema;

/** Writes with a union: of null and one type, or of several types of which a struct fills one. */
final class UnionWriter implements AvroWriter {
  private final int nullAt;
  private final int valueAt;
  private final AvroWriter writer;

  private UnionWriter(int nullAt, int valueAt, AvroWriter writer) {
    this.nullAt = nullAt;
    this.valueAt = valueAt;
    this.writer = writer;
  }

  static AvroWriter of(SqlType type, Schema union) {
    int nullAt = -1;
    for (int i = 0; i < union.getTypes().size(); i++) {
      if (union.getTypes().get(i).getType() == Schema.Type.NULL) {
        nullAt = i;
      }
    }
    List<Schema> others = AvroShape.nonNull(union);
    if (others.size() == 1) {
      int valueAt = union.getTypes().indexOf(others.get(0));
      return new UnionWriter(nullAt, valueAt, AvroWriter.of(type, others.get(0)));
    }
    if (!(type instanceof SqlStruct struct)) {
      throw AvroWriter.mismatch(type, union);
    }
    return new BranchWriter(struct, union, nullAt);
  }

  @Override
  public void write(Object value, AvroOutput out) {
    if (value != null) {
      out.writeLong(valueAt);
      writer.write(value, out);
    } else {
      writeNull(nullAt, out);
    }
  }

  private static void writeNull(int nullAt, AvroOutput out) {
    if (nullAt < 0) {
      throw new EncodeException("The schema does not allow null");
    }
    out.writeLong(nullAt);
  }

  /** Writes the first field of a struct that is not null with the branch named like it. */
  private static final class BranchWriter implements AvroWriter {
    private final int nullAt;
    private final int[] branchOfField;
    private final AvroWriter[] writers;

    BranchWriter(SqlStruct struct, Schema union, int nullAt) {
      this.nullAt = nullAt;
      branchOfField = new int[struct.fields().size()];
      writers = new AvroWriter[branchOfField.length];
      for (int i = 0; i < union.getTypes().size(); i++) {
        Schema branch = union.getTypes().get(i);
        int field = FieldNames.positionOf(AvroShape.branchName(branch), struct);
        if (branch.getType() != Schema.Type.NULL && field != FieldNames.NONE) {
          branchOfField[field] = i;
          writers[field] = AvroWriter.of(struct.fields().get(field).type(), branch);
        }
      }
    }

    @Override
    public void write(Object value, AvroOutput out) {
      StructValue struct = (StructValue) value;
      for (int i = 0; struct != null && i < writers.length; i++) {
        if (struct.value(i) != null && writers[i] != null) {
          out.writeLong(branchOfField[i]);
          writers[i].write(struct.value(i), out);
          return;
        }
      }
      writeNull(nullAt, out);
    }
  }
}
