package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.function.udf.UdfSchemaProvider;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.List;

/** The SQL function {@code GREATEST}. */
@UdfDescription(
    name = "greatest",
    category = FunctionCategory.MATHEMATICAL,
    description = "The greatest of the values; NULLs are left out.")
@UdfExample(sql = "GREATEST(1, CAST(NULL AS INT), 3)", result = "3")
public final class Greatest {
  @Udf
  public Integer greatest(Integer first, Integer... others) {
    return Extremes.greatest(first, others);
  }

  @Udf
  public Long greatest(Long first, Long... others) {
    return Extremes.greatest(first, others);
  }

  @Udf
  public Double greatest(Double first, Double... others) {
    return Extremes.greatest(first, others);
  }

  @Udf
  public String greatest(String first, String... others) {
    return Extremes.greatest(first, others);
  }

  @Udf
  public ByteBuffer greatest(ByteBuffer first, ByteBuffer... others) {
    return Extremes.greatest(first, others);
  }

  @Udf
  public Date greatest(Date first, Date... others) {
    return Extremes.greatest(first, others);
  }

  @Udf
  public Time greatest(Time first, Time... others) {
    return Extremes.greatest(first, others);
  }

  @Udf
  public Timestamp greatest(Timestamp first, Timestamp... others) {
    return Extremes.greatest(first, others);
  }

  @Udf(schemaProvider = "widestType")
  public BigDecimal greatest(BigDecimal first, BigDecimal... others) {
    return Extremes.greatest(first, others);
  }

  /** The decimal type that holds every argument. */
  @UdfSchemaProvider
  public SqlType widestType(List<SqlArgument> arguments) {
    return Decimals.widest(
        arguments.stream().flatMap(argument -> argument.getSqlType().stream()).toList());
  }
}
