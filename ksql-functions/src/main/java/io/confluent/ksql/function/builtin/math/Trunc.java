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

/** The SQL function {@code TRUNC}. */
@UdfDescription(
    name = "trunc",
    category = FunctionCategory.MATHEMATICAL,
    description =
        "The number cut to a whole one, or to that many places after the point; negative"
            + " places cut left of the point.")
@UdfExample(sql = "TRUNC(-1.9E0)", result = "-1")
@UdfExample(sql = "TRUNC(12345.67E0, -3)", result = "12000E0")
@UdfExample(sql = "TRUNC(1.29, 1)", result = "1.20")
public final class Trunc {
  @Udf(strict = true)
  public long trunc(int number) {
    return number;
  }

  @Udf(strict = true)
  public long trunc(long number) {
    return number;
  }

  @Udf(strict = true)
  public long trunc(double number) {
    return (long) number;
  }

  @Udf(strict = true)
  public double trunc(double number, int places) {
    return Decimals.isFinite(number)
        ? Decimals.rounded(BigDecimal.valueOf(number), places, RoundingMode.DOWN).doubleValue()
        : number;
  }

  @Udf(strict = true, schemaProvider = "wholeType")
  public BigDecimal trunc(BigDecimal number) {
    return number.setScale(0, RoundingMode.DOWN);
  }

  @Udf(strict = true, schemaProvider = "sameType")
  public BigDecimal trunc(BigDecimal number, int places) {
    return Decimals.rounded(number, places, RoundingMode.DOWN).setScale(number.scale());
  }

  /** The type of the argument. */
  @UdfSchemaProvider
  public SqlType sameType(List<SqlArgument> arguments) {
    return arguments.get(0).getSqlTypeOrThrow();
  }

  /** The type of the argument without its fraction. */
  @UdfSchemaProvider
  public SqlType wholeType(List<SqlArgument> arguments) {
    return Decimals.whole(arguments.get(0).getSqlTypeOrThrow());
  }
}
