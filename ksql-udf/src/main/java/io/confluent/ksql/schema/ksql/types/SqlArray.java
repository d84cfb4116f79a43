package io.confluent.ksql.schema.ksql.types;

import io.confluent.ksql.schema.utils.FormatOptions;
import java.util.Objects;

/** A list of values of one type. */
public final class SqlArray extends SqlType {
  private final SqlType itemType;

  private SqlArray(SqlType itemType) {
    super(SqlBaseType.ARRAY);
    this.itemType = Objects.requireNonNull(itemType, "itemType");
  }

  /** The type of lists of such items. */
  public static SqlArray of(SqlType itemType) {
    return new SqlArray(itemType);
  }

  /** Type of the items. */
  public SqlType getItemType() {
    return itemType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SqlArray that && itemType.equals(that.itemType);
  }

  @Override
  public int hashCode() {
    return 31 + itemType.hashCode();
  }

  @Override
  public String toString(FormatOptions options) {
    return "ARRAY<" + itemType.toString(options) + ">";
  }
}
