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
  /** What becomes of a member whose value is null. */
  public enum OnNull {
    /** The member is null. */
    WRITE,
    /** There is no such member. */
    LEAVE_OUT,
    /** The row cannot be written. */
    REFUSE
  }

  /**
   * A member of the object.
   *
   * @param name its name
   * @param position the zero-based field whose value it has
   * @param writer writes values
   * @param onNull what becomes of null
   */
  public record Member(String name, int position, JsonWriter writer, OnNull onNull) {
    public Member {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(writer, "writer");
      Objects.requireNonNull(onNull, "onNull");
    }

    /** A member that is the same in every object, whatever the values. */
    public static Member constant(String name, JsonWriter writer) {
      return new Member(name, FieldNames.NONE, writer, OnNull.REFUSE);
    }

    private Object value(IntFunction<Object> values) {
      return position == FieldNames.NONE ? writer : values.apply(position);
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
      Object value = member.value(values);
      if (value != null || member.onNull() == OnNull.WRITE) {
        json.writeFieldName(names[i]);
        write(member, value, json);
      } else if (member.onNull() == OnNull.REFUSE) {
        throw new EncodeException("Field " + member.name() + ": The schema does not allow null");
      }
    }
    json.writeEndObject();
  }

  private static void write(Member member, Object value, JsonGenerator json) throws IOException {
    try {
      JsonWriter.orNull(member.writer(), value, json);
    } catch (EncodeException e) {
      throw new EncodeException("Field " + member.name() + ": " + e.getMessage(), e.getCause());
    }
  }
}
