package io.confluent.ksql.schema.ksql.types;

import io.confluent.ksql.schema.utils.FormatOptions;

/** A SQL type with its parameters. Immutable; equal types are equal objects. */
public abstract sealed class SqlType
    permits SqlPrimitiveType, SqlDecimal, SqlArray, SqlMap, SqlStruct {
  private final SqlBaseType baseType;

  SqlType(SqlBaseType baseType) {
    this.baseType = baseType;
  }

  /** The kind of the type. */
  public SqlBaseType baseType() {
    return baseType;
  }

  /** The type as SQL text. */
  public abstract String toString(FormatOptions options);

  @Override
  public final String toString() {
    return toString(FormatOptions.none());
  }
}
