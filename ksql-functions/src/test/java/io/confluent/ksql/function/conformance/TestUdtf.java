package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.UdfParameter;
import io.confluent.ksql.function.udtf.Udtf;
import io.confluent.ksql.function.udtf.UdtfDescription;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;

/** Gives its arguments as text, or its only argument. */
@UdtfDescription(
    name = "test_udtf",
    description = "Gives its arguments as text, or its only argument.")
public final class TestUdtf {
  @Udtf
  public List<String> values(
      Integer a,
      Long b,
      Double c,
      Boolean d,
      String e,
      BigDecimal f,
      @UdfParameter(schema = "STRUCT<A VARCHAR>") Struct g) {
    return texts(a, b, c, d, e, f, g);
  }

  @Udtf
  public List<String> lists(
      List<Integer> a,
      List<Long> b,
      List<Double> c,
      List<Boolean> d,
      List<String> e,
      List<BigDecimal> f,
      @UdfParameter(schema = "ARRAY<STRUCT<A VARCHAR>>") List<Struct> g) {
    return Stream.<List<?>>of(a, b, c, d, e, f, g)
        .map(list -> String.valueOf(list.get(0)))
        .toList();
  }

  @Udtf
  public List<String> maps(
      Map<String, Integer> a,
      Map<String, Long> b,
      Map<String, Double> c,
      Map<String, Boolean> d,
      Map<String, String> e,
      Map<String, BigDecimal> f,
      @UdfParameter(schema = "MAP<STRING, STRUCT<A VARCHAR>>") Map<String, Struct> g) {
    return firstValues(a, b, c, d, e, f, g);
  }

  @Udtf
  public List<String> mapsOfWhichOneIsByNumber(
      Map<Long, Integer> a,
      Map<String, Long> b,
      Map<String, Double> c,
      Map<String, Boolean> d,
      Map<String, String> e,
      Map<String, BigDecimal> f,
      @UdfParameter(schema = "MAP<STRING, STRUCT<A VARCHAR>>") Map<String, Struct> g) {
    return firstValues(a, b, c, d, e, f, g);
  }

  private static List<String> firstValues(Map<?, ?>... maps) {
    return Arrays.stream(maps).map(map -> String.valueOf(map.values().iterator().next())).toList();
  }

  private static List<String> texts(Object... values) {
    return Arrays.stream(values).map(String::valueOf).toList();
  }

  @Udtf
  public List<Integer> one(Integer value) {
    return Arrays.asList(value);
  }

  @Udtf
  public List<Long> one(Long value) {
    return Arrays.asList(value);
  }

  @Udtf
  public List<Double> one(Double value) {
    return Arrays.asList(value);
  }

  @Udtf
  public List<Boolean> one(Boolean value) {
    return Arrays.asList(value);
  }

  @Udtf
  public List<String> one(String value) {
    return Arrays.asList(value);
  }

  @Udtf(schema = "DECIMAL(30, 10)")
  public List<BigDecimal> one(BigDecimal value) {
    return Arrays.asList(value);
  }

  @Udtf(schema = "STRUCT<A VARCHAR>")
  public List<Struct> one(@UdfParameter(schema = "STRUCT<A VARCHAR>") Struct value) {
    return Arrays.asList(value);
  }
}
