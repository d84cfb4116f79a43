package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Sums decimals in the type of the argument; a sum that does not fit is an error. */
final class DecimalSum implements TableUdaf<BigDecimal, BigDecimal, BigDecimal> {
  private SqlDecimal type = SqlDecimal.of(1, 0);

  @Override
  public void initializeTypeArguments(List<SqlArgument> arguments) {
    type = (SqlDecimal) arguments.get(0).getSqlTypeOrThrow();
  }

  @Override
  public Optional<SqlType> getAggregateSqlType() {
    return Optional.of(type);
  }

  @Override
  public Optional<SqlType> getReturnSqlType() {
    return Optional.of(type);
  }

  @Override
  public BigDecimal initialize() {
    return BigDecimal.ZERO.setScale(type.getScale());
  }

  @Override
  public BigDecimal aggregate(BigDecimal value, BigDecimal sum) {
    return value == null ? sum : checked(sum.add(value));
  }

  @Override
  public BigDecimal merge(BigDecimal older, BigDecimal newer) {
    return checked(older.add(newer));
  }

  @Override
  public BigDecimal map(BigDecimal sum) {
    return sum;
  }

  @Override
  public BigDecimal undo(BigDecimal value, BigDecimal sum) {
    return value == null ? sum : checked(sum.subtract(value));
  }

  private BigDecimal checked(BigDecimal sum) {
    if (sum.precision() - sum.scale() > type.getPrecision() - type.getScale()) {
      throw new KsqlFunctionException("The sum " + sum + " does not fit into " + type + ".");
    }
    return sum;
  }
}
