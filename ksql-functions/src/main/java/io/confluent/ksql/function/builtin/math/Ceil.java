package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.function.udf.UdfSchemaProvider;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The SQL function {@code CEIL}. */
@UdfDescription(
    name = "Ceil",
    category = FunctionCategory.MATHEMATICAL,
    description = "The smallest whole number that is not less than the number.")
@UdfExample(sql = "CEIL(1.1)", result = "2.0")
@UdfExample(sql = "CEIL(-1.5E0)", result = "-1E0")
public final class Ceil {
  @Udf(strict = true)
  public int ceil(int number) {
    return number;
  }

  @Udf(strict = true)
  public long ceil(long number) {
    return number;
  }

  @Udf(strict = true)
  public double ceil(double number) {
    return Math.ceil(number);
  }

  @Udf(strict = true, schemaProvider = "sameType")
  public BigDecimal ceil(BigDecimal number) {
    return number.setScale(0, RoundingMode.CEILING).setScale(number.scale());
  }

  /** The type of the argument. */
  @UdfSchemaProvider
  public SqlType sameType(List<SqlArgument> arguments) {
    return arguments.get(0).getSqlTypeOrThrow();
  }
}
