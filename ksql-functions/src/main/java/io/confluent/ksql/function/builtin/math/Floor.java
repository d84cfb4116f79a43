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

/** The SQL function {@code FLOOR}. */
@UdfDescription(
    name = "Floor",
    category = FunctionCategory.MATHEMATICAL,
    description = "The greatest whole number that is not more than the number.")
@UdfExample(sql = "FLOOR(-1.5)", result = "-2.0")
@UdfExample(sql = "FLOOR(1.5E0)", result = "1E0")
public final class Floor {
  @Udf(strict = true)
  public int floor(int number) {
    return number;
  }

  @Udf(strict = true)
  public long floor(long number) {
    return number;
  }

  @Udf(strict = true)
  public double floor(double number) {
    return Math.floor(number);
  }

  @Udf(strict = true, schemaProvider = "sameType")
  public BigDecimal floor(BigDecimal number) {
    return number.setScale(0, RoundingMode.FLOOR).setScale(number.scale());
  }

  /** The type of the argument. */
  @UdfSchemaProvider
  public SqlType sameType(List<SqlArgument> arguments) {
    return arguments.get(0).getSqlTypeOrThrow();
  }
}
