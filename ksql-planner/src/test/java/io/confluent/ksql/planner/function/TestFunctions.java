package io.confluent.ksql.planner.function;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.function.udaf.VariadicArgs;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfParameter;
import io.confluent.ksql.function.udf.UdfSchemaProvider;
import io.confluent.ksql.function.udtf.Udtf;
import io.confluent.ksql.function.udtf.UdtfDescription;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.Triple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** Functions to load and call in tests. */
public final class TestFunctions {
  private TestFunctions() {}

  /** Overloads that differ in specificity. */
  @UdfDescription(name = "Which", description = "Says which overload was called.")
  public static final class Which {
    @Udf
    public String intText(Integer a, String b) {
      return "int,text";
    }

    @Udf
    public String longText(Long a, String b) {
      return "long,text";
    }

    @Udf
    public String longLongText(Long a, Long b, String c) {
      return "long,long,text";
    }

    @Udf
    public String longs(long... all) {
      return "longs" + all.length;
    }

    @Udf
    public <T> String generic(T a, T b) {
      return "generic";
    }

    @Udf
    public String decimal(BigDecimal a) {
      return "decimal " + a;
    }

    @Udf
    public String anything(Object... all) {
      return "anything" + all.length;
    }
  }

  /** Structs in and out, as Connect's. */
  @UdfDescription(name = "structs", description = "Takes and gives structs.")
  public static final class Structs {
    private static final Schema SCHEMA =
        SchemaBuilder.struct().field("A", Schema.OPTIONAL_STRING_SCHEMA).optional().build();

    @Udf(schema = "STRUCT<A VARCHAR>")
    public Struct make(String a) {
      return new Struct(SCHEMA).put("A", a);
    }

    @Udf
    public String read(@UdfParameter(schema = "STRUCT<A VARCHAR>") Struct struct) {
      return struct.getString("A");
    }

    @Udf
    public String readAll(@UdfParameter(schema = "ARRAY<STRUCT<A VARCHAR>>") List<Struct> structs) {
      StringBuilder all = new StringBuilder();
      structs.forEach(struct -> all.append(struct.getString("A")));
      return all.toString();
    }

    @Udf
    public List<String> each(
        @UdfParameter(schema = "MAP<INT, STRUCT<A VARCHAR>>") Map<Integer, Struct> structs,
        Function<Struct, String> reader) {
      return structs.values().stream().map(reader).toList();
    }
  }

  /** A result type that depends on the arguments, configuration, and NULL. */
  @UdfDescription(name = "typed", description = "Computes its result type.", version = "2")
  public static final class Typed implements Configurable {
    private String suffix = "";

    @Override
    public void configure(Map<String, ?> config) {
      suffix = config.toString();
    }

    @Udf(schemaProvider = "scaled")
    public BigDecimal half(BigDecimal number) {
      return number.divide(BigDecimal.valueOf(2));
    }

    @UdfSchemaProvider
    public SqlType scaled(List<SqlArgument> arguments) {
      return SqlTypes.decimal(9, 3);
    }

    @Udf(schemaProvider = "wrong")
    public BigDecimal wrongType(String text) {
      return new BigDecimal(text);
    }

    @UdfSchemaProvider
    public SqlType wrong(List<SqlArgument> arguments) {
      return SqlTypes.INTEGER;
    }

    @Udf
    public String config(boolean ignored) {
      return suffix;
    }

    @Udf(strict = true)
    public String strict(Integer number, Integer other) {
      return "called";
    }

    @Udf
    public int primitive(int number) {
      return number;
    }

    @Udf
    public String[] array(Double[] numbers) {
      return new String[] {numbers.length + " numbers", null};
    }
  }

  /** Whatever cannot be loaded. */
  @UdfDescription(name = "faulty", description = "Has one good method among bad ones.")
  public static final class Faulty {
    @Udf
    public int good(int number) {
      return number;
    }

    @Udf
    public Thread unknownType() {
      return null;
    }

    @Udf
    public BigDecimal noSchema(int number) {
      return BigDecimal.ONE;
    }

    @Udf(schemaProvider = "missing")
    public BigDecimal noProvider(int number) {
      return BigDecimal.ONE;
    }

    @Udf(schemaProvider = "unmarked")
    public BigDecimal unmarkedProvider(int number) {
      return BigDecimal.ONE;
    }

    public SqlType unmarked(List<SqlArgument> arguments) {
      return SqlTypes.decimal(1, 0);
    }
  }

  /** Two methods that cannot be told apart. */
  @UdfDescription(name = "twins", description = "Has the same overload twice.")
  public static final class Twins {
    @Udf
    public int one(int number) {
      return number;
    }

    @Udf
    public int two(Integer number) {
      return number;
    }
  }

  /** A second function of a name that is taken. */
  @UdfDescription(name = "WHICH", description = "Has the name of another.")
  public static final class SecondWhich {
    @Udf
    public int which() {
      return 0;
    }
  }

  /** No name for a function. */
  @UdfDescription(name = "no name", description = "Has a name that SQL cannot write.")
  public static final class NoName {
    @Udf
    public int call() {
      return 0;
    }
  }

  /** Fails when it is made. */
  @UdfDescription(name = "fails", description = "Cannot be made.")
  public static final class Failing {
    public Failing() {
      throw new IllegalStateException("not today");
    }

    @Udf
    public int call() {
      return 0;
    }
  }

  /** Rows of texts. */
  @UdtfDescription(name = "letters", description = "One row for each letter.")
  public static final class Letters {
    @Udtf
    public List<String> letters(String text) {
      return text == null ? null : List.of(text.split(""));
    }

    @Udtf(schema = "DECIMAL(5, 2)")
    public List<BigDecimal> digits(BigDecimal number) {
      return List.of(number, BigDecimal.ONE);
    }

    @Udtf
    public String noList(int number) {
      return "";
    }
  }

  /** Sums with a start and with further columns. */
  @UdafDescription(name = "total", description = "Sums from a start.")
  public static final class Total {
    private Total() {}

    @UdafFactory(description = "Sums with a start.")
    public static TableUdaf<Long, Long, Long> from(long start, String... labels) {
      return new Summing(start + labels.length);
    }

    @UdafFactory(
        description = "Sums a field.",
        paramSchema = "STRUCT<A INT>",
        aggregateSchema = "STRUCT<A INT>",
        returnSchema = "STRUCT<A INT>")
    public static Udaf<Struct, Struct, Struct> fields() {
      return new SummingFields();
    }

    @UdafFactory(description = "Joins columns.")
    public static Udaf<Triple<String, VariadicArgs<Object>, Integer>, String, String> joined(
        String separator) {
      return new Joining(separator);
    }

    @UdafFactory(description = "Is no factory, for it is not static.")
    public Udaf<Long, Long, Long> instance() {
      return new Summing(0);
    }

    @UdafFactory(description = "Makes something else.")
    public static List<Long> notUdaf() {
      return new ArrayList<>();
    }
  }

  private static final class Summing implements TableUdaf<Long, Long, Long>, Configurable {
    private long start;

    Summing(long start) {
      this.start = start;
    }

    @Override
    public void configure(Map<String, ?> config) {
      start += config.size();
    }

    @Override
    public Long initialize() {
      return start;
    }

    @Override
    public Long aggregate(Long value, Long sum) {
      return value == null ? sum : sum + value;
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
    public Long undo(Long value, Long sum) {
      return sum - value;
    }
  }

  private static final class SummingFields implements Udaf<Struct, Struct, Struct> {
    private static final Schema SCHEMA =
        SchemaBuilder.struct().field("A", Schema.OPTIONAL_INT32_SCHEMA).optional().build();

    @Override
    public Struct initialize() {
      return new Struct(SCHEMA).put("A", 0);
    }

    @Override
    public Struct aggregate(Struct value, Struct sum) {
      return new Struct(SCHEMA).put("A", sum.getInt32("A") + value.getInt32("A"));
    }

    @Override
    public Struct merge(Struct one, Struct two) {
      return aggregate(one, two);
    }

    @Override
    public Struct map(Struct sum) {
      return sum;
    }
  }

  private static final class Joining
      implements Udaf<Triple<String, VariadicArgs<Object>, Integer>, String, String> {
    private final String separator;

    Joining(String separator) {
      this.separator = separator;
    }

    @Override
    public String initialize() {
      return "";
    }

    @Override
    public String aggregate(Triple<String, VariadicArgs<Object>, Integer> row, String all) {
      StringBuilder text = new StringBuilder(all).append(row.getLeft());
      row.getMiddle().forEach(value -> text.append(separator).append(value));
      return text.append(separator).append(row.getRight()).append(';').toString();
    }

    @Override
    public String merge(String one, String two) {
      return one + two;
    }

    @Override
    public String map(String all) {
      return all;
    }
  }
}
