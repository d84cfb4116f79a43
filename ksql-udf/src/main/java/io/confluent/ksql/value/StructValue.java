package io.confluent.ksql.value;

import io.confluent.ksql.schema.ksql.types.SqlStruct;
import java.util.Arrays;
import java.util.Objects;

/**
 * A STRUCT inside the engine: the values of its fields in the order of its type. Functions of users
 * see Kafka Connect's struct instead; the engine converts at that border.
 */
public final class StructValue {
  private final SqlStruct type;
  private final Object[] values;

  /**
   * @param type the type, which names the fields
   * @param values one value a field, null allowed; owned by this object from now on
   */
  public StructValue(SqlStruct type, Object... values) {
    if (type.fields().size() != values.length) {
      throw new IllegalArgumentException(type + " has other than " + values.length + " fields");
    }
    this.type = Objects.requireNonNull(type, "type");
    this.values = values;
  }

  /** The type, which names the fields. */
  public SqlStruct type() {
    return type;
  }

  /** The value of the field at a zero-based position; may be null. */
  public Object value(int index) {
    return values[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StructValue that
        && type.equals(that.type)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(type.fields().get(i).name()).append('=');
      text.append(values[i]);
    }
    return text.append('}').toString();
  }
}
