package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import java.util.Map;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** Sums numbers, lengths or fields. */
@UdafDescription(name = "test_udaf", description = "Sums numbers, lengths or fields.")
public final class TestUdaf {
  private static final Schema FIELDS =
      SchemaBuilder.struct()
          .field("A", Schema.OPTIONAL_INT32_SCHEMA)
          .field("B", Schema.OPTIONAL_INT32_SCHEMA)
          .optional()
          .build();

  private TestUdaf() {}

  @UdafFactory(description = "Sums BIGINT.")
  public static TableUdaf<Long, Long, Long> sumBigint() {
    return new Summing<Long>();
  }

  @UdafFactory(description = "Sums INTEGER from a configured start.")
  public static TableUdaf<Integer, Long, Long> sumInteger() {
    return new Summing<Integer>();
  }

  @UdafFactory(description = "Sums DOUBLE.")
  public static Udaf<Double, Double, Double> sumDouble() {
    return new Folding<>(0.0, (value, sum) -> value + sum, Double::sum);
  }

  @UdafFactory(description = "Sums lengths, that of a start included.")
  public static Udaf<String, Long, Long> sumLengths(String start) {
    return new Folding<>((long) start.length(), (text, sum) -> text.length() + sum, Long::sum);
  }

  @UdafFactory(description = "Sums other numbers.")
  public static <T extends Number> Udaf<T, Double, Double> sumNumbers() {
    return new Folding<>(0.0, (value, sum) -> value.doubleValue() + sum, Double::sum);
  }

  @UdafFactory(
      description = "Sums fields.",
      paramSchema = "STRUCT<A INTEGER, B INTEGER>",
      aggregateSchema = "STRUCT<A INTEGER, B INTEGER>",
      returnSchema = "STRUCT<A INTEGER, B INTEGER>")
  public static Udaf<Struct, Struct, Struct> sumFields() {
    return new Folding<>(
        new Struct(FIELDS).put("A", 0).put("B", 0), TestUdaf::plus, TestUdaf::plus);
  }

  private static Struct plus(Struct one, Struct two) {
    return new Struct(FIELDS)
        .put("A", one.getInt32("A") + two.getInt32("A"))
        .put("B", one.getInt32("B") + two.getInt32("B"));
  }

  private static final class Summing<T extends Number>
      implements TableUdaf<T, Long, Long>, Configurable {
    private long start;

    @Override
    public void configure(Map<String, ?> config) {
      Object value = config.get("ksql.functions.test_udaf.init");
      start = value == null ? 0 : Long.parseLong(value.toString());
    }

    @Override
    public Long initialize() {
      return start;
    }

    @Override
    public Long aggregate(T value, Long sum) {
      return value.longValue() + sum;
    }

    @Override
    public Long merge(Long one, Long two) {
      return one + two;
    }

    @Override
    public Long map(Long sum) {
      return sum;
    }

    @Override
    public Long undo(T value, Long sum) {
      return sum - value.longValue();
    }
  }
}
