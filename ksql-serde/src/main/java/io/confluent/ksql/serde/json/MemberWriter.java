package io.confluent.ksql.serde.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.FieldNames;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/** Writes the fields of a row or a struct as an object, in the order of its members. */
public final class MemberWriter {
  /** Writes, or does not write, a member that has no value. */
  @FunctionalInterface
  public interface OnNull {
    /** The member is null. */
    OnNull WRITE =
        (name, json) -> {
          json.writeFieldName(name);
          json.writeNull();
        };

    /** There is no such member. */
    OnNull LEAVE_OUT = (name, json) -> {};

    /** The row cannot be written. */
    OnNull REFUSE =
        (name, json) -> {
          throw new EncodeException("The schema does not allow null");
        };

    /** Does it. */
    void write(SerializableString name, JsonGenerator json) throws IOException;
  }

  /**
   * A member of the object.
   *
   * @param name its name
   * @param position the zero-based field whose value it has; {@link FieldNames#NONE} if it has none
   * @param writer writes values
   * @param onNull what becomes of null
   */
  public record Member(String name, int position, JsonWriter writer, OnNull onNull) {
    public Member {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(writer, "writer");
      Objects.requireNonNull(onNull, "onNull");
    }
  }

  private final Member[] members;
  private final SerializableString[] names;

  /** A writer of these members. */
  public MemberWriter(List<Member> members) {
    this.members = members.toArray(Member[]::new);
    names =
        members.stream()
            .map(member -> new SerializedString(member.name()))
            .toArray(SerializableString[]::new);
  }

  /** A writer of all fields of a struct, nulls too. */
  static MemberWriter ofFields(SqlStruct struct) {
    return new MemberWriter(
        struct.fields().stream()
            .map(
                field ->
                    new Member(
                        field.name(), field.index(), JsonWriter.of(field.type()), OnNull.WRITE))
            .toList());
  }

  void write(IntFunction<Object> values, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < members.length; i++) {
      Member member = members[i];
      Object value = member.position() == FieldNames.NONE ? null : values.apply(member.position());
      try {
        if (value == null) {
          member.onNull().write(names[i], json);
        } else {
          json.writeFieldName(names[i]);
          member.writer().write(value, json);
        }
      } catch (EncodeException e) {
        throw e.inside(member.name());
      }
    }
    json.writeEndObject();
  }
}
