package io.confluent.ksql.schema.ksql.types;

/** The types by name. */
public final class SqlTypes {
  public static final SqlPrimitiveType BOOLEAN = SqlPrimitiveType.of(SqlBaseType.BOOLEAN);
  public static final SqlPrimitiveType INTEGER = SqlPrimitiveType.of(SqlBaseType.INTEGER);
  public static final SqlPrimitiveType BIGINT = SqlPrimitiveType.of(SqlBaseType.BIGINT);
  public static final SqlPrimitiveType DOUBLE = SqlPrimitiveType.of(SqlBaseType.DOUBLE);
  public static final SqlPrimitiveType STRING = SqlPrimitiveType.of(SqlBaseType.STRING);
  public static final SqlPrimitiveType TIME = SqlPrimitiveType.of(SqlBaseType.TIME);
  public static final SqlPrimitiveType DATE = SqlPrimitiveType.of(SqlBaseType.DATE);
  public static final SqlPrimitiveType TIMESTAMP = SqlPrimitiveType.of(SqlBaseType.TIMESTAMP);
  public static final SqlPrimitiveType BYTES = SqlPrimitiveType.of(SqlBaseType.BYTES);

  /** The decimal that holds every INTEGER. */
  public static final SqlDecimal INT_UPCAST_TO_DECIMAL = SqlDecimal.of(10, 0);

  /** The decimal that holds every BIGINT. */
  public static final SqlDecimal BIGINT_UPCAST_TO_DECIMAL = SqlDecimal.of(19, 0);

  private SqlTypes() {}

  /** See {@link SqlDecimal#of}. */
  public static SqlDecimal decimal(int precision, int scale) {
    return SqlDecimal.of(precision, scale);
  }

  /** See {@link SqlArray#of}. */
  public static SqlArray array(SqlType itemType) {
    return SqlArray.of(itemType);
  }

  /** See {@link SqlMap#of}. */
  public static SqlMap map(SqlType keyType, SqlType valueType) {
    return SqlMap.of(keyType, valueType);
  }

  /** See {@link SqlStruct#builder}. */
  public static SqlStruct.Builder struct() {
    return SqlStruct.builder();
  }
}
