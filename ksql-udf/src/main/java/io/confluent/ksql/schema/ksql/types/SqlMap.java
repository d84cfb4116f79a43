package io.confluent.ksql.schema.ksql.types;

import io.confluent.ksql.schema.utils.FormatOptions;
import java.util.Objects;

/** A map from values of one type to values of another. */
public final class SqlMap extends SqlType {
  private final SqlType keyType;
  private final SqlType valueType;

  private SqlMap(SqlType keyType, SqlType valueType) {
    super(SqlBaseType.MAP);
    this.keyType = Objects.requireNonNull(keyType, "keyType");
    this.valueType = Objects.requireNonNull(valueType, "valueType");
  }

  /** The type of maps of such keys and values. */
  public static SqlMap of(SqlType keyType, SqlType valueType) {
    return new SqlMap(keyType, valueType);
  }

  /** Type of the keys. */
  public SqlType getKeyType() {
    return keyType;
  }

  /** Type of the values. */
  public SqlType getValueType() {
    return valueType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SqlMap that
        && keyType.equals(that.keyType)
        && valueType.equals(that.valueType);
  }

  @Override
  public int hashCode() {
    return 31 * keyType.hashCode() + valueType.hashCode();
  }

  @Override
  public String toString(FormatOptions options) {
    return "MAP<" + keyType.toString(options) + ", " + valueType.toString(options) + ">";
  }
}
