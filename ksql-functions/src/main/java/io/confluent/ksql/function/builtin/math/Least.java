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

/** The SQL function {@code LEAST}. */
@UdfDescription(
    name = "least",
    category = FunctionCategory.MATHEMATICAL,
    description = "The least of the values; NULLs are left out.")
@UdfExample(sql = "LEAST(1, CAST(NULL AS INT), 3)", result = "1")
public final class Least {
  @Udf
  public Integer least(Integer first, Integer... others) {
    return Extremes.least(first, others);
  }

  @Udf
  public Long least(Long first, Long... others) {
    return Extremes.least(first, others);
  }

  @Udf
  public Double least(Double first, Double... others) {
    return Extremes.least(first, others);
  }

  @Udf
  public String least(String first, String... others) {
    return Extremes.least(first, others);
  }

  @Udf
  public ByteBuffer least(ByteBuffer first, ByteBuffer... others) {
    return Extremes.least(first, others);
  }

  @Udf
  public Date least(Date first, Date... others) {
    return Extremes.least(first, others);
  }

  @Udf
  public Time least(Time first, Time... others) {
    return Extremes.least(first, others);
  }

  @Udf
  public Timestamp least(Timestamp first, Timestamp... others) {
    return Extremes.least(first, others);
  }

  @Udf(schemaProvider = "widestType")
  public BigDecimal least(BigDecimal first, BigDecimal... others) {
    return Extremes.least(first, others);
  }

  /** The decimal type that holds every argument. */
  @UdfSchemaProvider
  public SqlType widestType(List<SqlArgument> arguments) {
    return Decimals.widest(
        arguments.stream().flatMap(argument -> argument.getSqlType().stream()).toList());
  }
}
