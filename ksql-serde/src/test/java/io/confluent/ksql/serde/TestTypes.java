package io.confluent.ksql.serde;

import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlPrimitiveType;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** SQL types and values of them, made at random or as one sample a type. */
final class TestTypes {
  private static final long MS_PER_DAY = 86_400_000L;

  private TestTypes() {}

  /** A type of a kind, without nesting where possible. */
  static SqlType simple(SqlBaseType kind) {
    return switch (kind) {
      case DECIMAL -> SqlTypes.decimal(6, 2);
      case ARRAY -> SqlTypes.array(SqlTypes.INTEGER);
      case MAP -> SqlTypes.map(SqlTypes.STRING, SqlTypes.INTEGER);
      case STRUCT ->
          SqlTypes.struct().field("A", SqlTypes.INTEGER).field("B", SqlTypes.STRING).build();
      case BOOLEAN, INTEGER, BIGINT, DOUBLE, STRING, TIME, DATE, TIMESTAMP, BYTES ->
          SqlPrimitiveType.of(kind);
    };
  }

  /** Types of some kinds, nested up to a depth. */
  static Arbitrary<SqlType> types(Set<SqlBaseType> kinds, int depth) {
    return Arbitraries.of(kinds).flatMap(kind -> typeOf(kind, kinds, depth));
  }

  private static Arbitrary<SqlType> typeOf(SqlBaseType kind, Set<SqlBaseType> kinds, int depth) {
    if (depth == 0
        || !Set.of(SqlBaseType.ARRAY, SqlBaseType.MAP, SqlBaseType.STRUCT).contains(kind)) {
      return kind == SqlBaseType.DECIMAL
          ? Combinators.combine(Arbitraries.integers().between(1, 25), Arbitraries.integers())
              .as((precision, any) -> SqlDecimal.of(precision, Math.floorMod(any, precision + 1)))
          : Arbitraries.just(simple(kind));
    }
    Arbitrary<SqlType> inner = types(kinds, depth - 1);
    return switch (kind) {
      case ARRAY -> inner.map(SqlArray::of);
      case MAP -> inner.map(value -> SqlMap.of(SqlTypes.STRING, value));
      case STRUCT -> inner.list().ofMinSize(1).ofMaxSize(3).map(TestTypes::struct);
      case BOOLEAN, INTEGER, BIGINT, DOUBLE, DECIMAL, STRING, TIME, DATE, TIMESTAMP, BYTES ->
          throw new AssertionError(kind);
    };
  }

  private static SqlType struct(List<SqlType> types) {
    SqlStruct.Builder builder = SqlTypes.struct();
    for (int i = 0; i < types.size(); i++) {
      builder.field("F" + i, types.get(i));
    }
    return builder.build();
  }

  /** Values of a type; inside others, nulls too. */
  static Arbitrary<Object> values(SqlType type) {
    return switch (type.baseType()) {
      case BOOLEAN -> Arbitraries.of(true, false).asGeneric();
      case INTEGER -> Arbitraries.integers().asGeneric();
      case BIGINT -> Arbitraries.longs().asGeneric();
      case DOUBLE -> doubles().asGeneric();
      case DECIMAL -> decimals((SqlDecimal) type).asGeneric();
      case STRING -> strings().asGeneric();
      case TIME -> Arbitraries.longs().between(0, MS_PER_DAY - 1).map(Time::new).asGeneric();
      case DATE ->
          Arbitraries.integers()
              .between(-1_000_000, 1_000_000)
              .map(day -> new Date(day * MS_PER_DAY))
              .asGeneric();
      case TIMESTAMP -> Arbitraries.longs().map(Timestamp::new).asGeneric();
      case BYTES ->
          Arbitraries.bytes()
              .array(byte[].class)
              .ofMinSize(1)
              .ofMaxSize(9)
              .map(ByteBuffer::wrap)
              .asGeneric();
      case ARRAY ->
          values(((SqlArray) type).getItemType()).injectNull(0.2).list().ofMaxSize(3).asGeneric();
      case MAP ->
          Arbitraries.maps(strings(), values(((SqlMap) type).getValueType()).injectNull(0.2))
              .ofMaxSize(3)
              .asGeneric();
      case STRUCT -> structs((SqlStruct) type);
    };
  }

  private static Arbitrary<Object> structs(SqlStruct type) {
    List<Arbitrary<Object>> fields = new ArrayList<>();
    type.fields().forEach(field -> fields.add(values(field.type()).injectNull(0.2)));
    return Combinators.combine(fields).as(row -> new StructValue(type, row.toArray()));
  }

  private static Arbitrary<Double> doubles() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Double::longBitsToDouble),
        Arbitraries.integers().map(i -> i / 1000.0));
  }

  private static Arbitrary<BigDecimal> decimals(SqlDecimal type) {
    BigInteger bound = BigInteger.TEN.pow(type.getPrecision()).subtract(BigInteger.ONE);
    return Arbitraries.bigIntegers()
        .between(bound.negate(), bound)
        .map(digits -> new BigDecimal(digits, type.getScale()));
  }

  private static Arbitrary<String> strings() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars(" ,;\"'#\n\r\t\\{}a1é€").ofMaxLength(6),
        Arbitraries.strings().excludeChars('\0').ofMaxLength(8).filter(TestTypes::isText));
  }

  /** Whether it can be written in UTF-8 at all. */
  private static boolean isText(String text) {
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  /** One value of a type. */
  static Object sample(SqlType type) {
    return switch (type.baseType()) {
      case BOOLEAN -> true;
      case INTEGER -> -7;
      case BIGINT -> 1L << 40;
      case DOUBLE -> 6.25;
      case DECIMAL -> new BigDecimal(BigInteger.valueOf(-5), ((SqlDecimal) type).getScale());
      case STRING -> "a b";
      case TIME -> new Time(1000);
      case DATE -> new Date(3 * MS_PER_DAY);
      case TIMESTAMP -> new Timestamp(1_600_000_000_123L);
      case BYTES -> ByteBuffer.wrap(new byte[] {1, -1});
      case ARRAY -> List.of(sample(((SqlArray) type).getItemType()));
      case MAP -> Map.of("k", sample(((SqlMap) type).getValueType()));
      case STRUCT ->
          new StructValue(
              (SqlStruct) type,
              ((SqlStruct) type).fields().stream().map(field -> sample(field.type())).toArray());
    };
  }
}
