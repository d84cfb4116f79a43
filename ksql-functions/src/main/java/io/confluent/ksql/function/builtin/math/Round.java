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

/** The SQL function {@code ROUND}. */
@UdfDescription(
    name = "Round",
    category = FunctionCategory.MATHEMATICAL,
    description =
        "The number rounded to a whole one, or to that many places after the point; negative"
            + " places round left of the point. A tie goes to the greater number.")
@UdfExample(sql = "ROUND(1.5E0)", result = "2")
@UdfExample(sql = "ROUND(-1.5E0)", result = "-1")
@UdfExample(sql = "ROUND(111.0E0, -1)", result = "110E0")
@UdfExample(sql = "ROUND(1.25, 1)", result = "1.30")
public final class Round {
  @Udf(strict = true)
  public long round(int number) {
    return number;
  }

  @Udf(strict = true)
  public long round(long number) {
    return number;
  }

  @Udf(strict = true)
  public long round(double number) {
    return Math.round(number);
  }

  @Udf(strict = true)
  public double round(double number, int places) {
    return Decimals.isFinite(number)
        ? rounded(BigDecimal.valueOf(number), places).doubleValue()
        : number;
  }

  @Udf(strict = true, schemaProvider = "wholeType")
  public BigDecimal round(BigDecimal number) {
    return rounded(number, 0);
  }

  @Udf(strict = true, schemaProvider = "sameType")
  public BigDecimal round(BigDecimal number, int places) {
    return rounded(number, places).setScale(number.scale());
  }

  private static BigDecimal rounded(BigDecimal number, int places) {
    RoundingMode mode = number.signum() < 0 ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP;
    return Decimals.rounded(number, places, mode);
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
