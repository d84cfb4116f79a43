package io.confluent.ksql.schema.ksql;

import io.confluent.ksql.schema.ksql.types.SqlIntervalUnit;
import io.confluent.ksql.schema.ksql.types.SqlLambda;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.util.KsqlException;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an argument when a call is resolved: a value's type, a lambda, or a time unit.
 * All three are empty for an untyped NULL.
 */
public final class SqlArgument {
  private final Optional<SqlType> sqlType;
  private final Optional<SqlLambda> sqlLambda;
  private final Optional<SqlIntervalUnit> sqlIntervalUnit;

  private SqlArgument(
      Optional<SqlType> sqlType,
      Optional<SqlLambda> sqlLambda,
      Optional<SqlIntervalUnit> sqlIntervalUnit) {
    this.sqlType = sqlType;
    this.sqlLambda = sqlLambda;
    this.sqlIntervalUnit = sqlIntervalUnit;
  }

  /** A value of that type; null stands for an untyped NULL. */
  public static SqlArgument of(SqlType type) {
    return new SqlArgument(Optional.ofNullable(type), Optional.empty(), Optional.empty());
  }

  /** A lambda. */
  public static SqlArgument of(SqlLambda lambda) {
    return new SqlArgument(Optional.empty(), Optional.of(lambda), Optional.empty());
  }

  /** A time unit. */
  public static SqlArgument of(SqlIntervalUnit unit) {
    return new SqlArgument(Optional.empty(), Optional.empty(), Optional.of(unit));
  }

  /** The type, if this is a typed value. */
  public Optional<SqlType> getSqlType() {
    return sqlType;
  }

  /**
   * The type of the value.
   *
   * @throws KsqlException if this is a lambda or a time unit
   */
  public SqlType getSqlTypeOrThrow() {
    return sqlType.orElseThrow(() -> new KsqlException("A value was expected as argument."));
  }

  /** The lambda, if this is one. */
  public Optional<SqlLambda> getSqlLambda() {
    return sqlLambda;
  }

  /**
   * The lambda.
   *
   * @throws KsqlException if this is none
   */
  public SqlLambda getSqlLambdaOrThrow() {
    return sqlLambda.orElseThrow(() -> new KsqlException("A lambda was expected as argument."));
  }

  /** The time unit, if this is one. */
  public Optional<SqlIntervalUnit> getSqlIntervalUnit() {
    return sqlIntervalUnit;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SqlArgument that
        && sqlType.equals(that.sqlType)
        && sqlLambda.equals(that.sqlLambda)
        && sqlIntervalUnit.equals(that.sqlIntervalUnit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sqlType, sqlLambda, sqlIntervalUnit);
  }

  @Override
  public String toString() {
    return sqlType
        .map(SqlType::toString)
        .or(() -> sqlLambda.map(SqlLambda::toString))
        .or(() -> sqlIntervalUnit.map(unit -> "INTERVALUNIT"))
        .orElse("null");
  }
}
