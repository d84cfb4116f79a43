package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.function.udf.UdfSchemaProvider;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.math.BigDecimal;
import java.util.List;

/** The SQL function {@code ABS}. */
@UdfDescription(
    name = "Abs",
    category = FunctionCategory.MATHEMATICAL,
    description = "The number without its sign.")
@UdfExample(sql = "ABS(-2)", result = "2")
@UdfExample(sql = "ABS(-1.50)", result = "1.50")
public final class Abs {
  @Udf(strict = true)
  public int abs(int number) {
    return Math.abs(number);
  }

  @Udf(strict = true)
  public long abs(long number) {
    return Math.abs(number);
  }

  @Udf(strict = true)
  public double abs(double number) {
    return Math.abs(number);
  }

  @Udf(strict = true, schemaProvider = "sameType")
  public BigDecimal abs(BigDecimal number) {
    return number.abs();
  }

  /** The type of the argument. */
  @UdfSchemaProvider
  public SqlType sameType(List<SqlArgument> arguments) {
    return arguments.get(0).getSqlTypeOrThrow();
  }
}
