package io.confluent.ksql.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

/** What holds for every format; a format's test says which types and how many columns it has. */
public abstract class FormatContract {
  protected static final String TOPIC = "t";

  /** The format under test. */
  protected abstract Format format();

  /** The kinds of types it holds. */
  protected abstract Set<SqlBaseType> kinds();

  /** The most columns it holds, up to 4. */
  protected int maxColumns() {
    return 4;
  }

  /** Whether it holds a nested type of those kinds. */
  protected boolean holds(SqlType type) {
    return true;
  }

  /** Whether an empty text comes back as null. */
  protected boolean emptyTextIsNull() {
    return false;
  }

  /** Where rows are written; each call may be a new topic. */
  protected FormatContext context() {
    return FormatContext.of(TOPIC, Schema.Side.VALUE);
  }

  protected final Object[] roundTrip(List<Column> columns, FormatContext context, Object[] row) {
    byte[] bytes = format().encoder(columns, context).encode(row);
    return format().decoder(columns, context).decode(bytes);
  }

  @Property(tries = 300)
  void readsWhatItWrote(@ForAll("rows") Tuple2<List<Column>, Object[]> row) {
    Object[] read = roundTrip(row.get1(), context(), row.get2().clone());

    assertThat(read).isEqualTo(expected(row.get1(), row.get2()));
  }

  @Property(tries = 100)
  void bareKeyReadsWhatItWrote(@ForAll("singles") Tuple2<List<Column>, Object[]> row) {
    FormatContext key =
        new FormatContext(
            context().topic(),
            Schema.Side.KEY,
            Map.of(),
            true,
            context().registry(),
            ColumnMask.ALL,
            FormatContext.Texts.STRINGS);
    Object[] read = roundTrip(row.get1(), key, row.get2().clone());

    assertThat(read).isEqualTo(expected(row.get1(), row.get2()));
  }

  /** Whatever bytes there are, a decoder gives a row or the one exception that skips a record. */
  @Property(tries = 500)
  void refusesOtherBytesWithoutFalling(
      @ForAll("rows") Tuple2<List<Column>, Object[]> row, @ForAll byte[] noise) {
    byte[] bytes = format().encoder(row.get1(), context()).encode(row.get2());
    RowDecoder decoder = format().decoder(row.get1(), context());
    for (byte[] broken : List.of(noise, damaged(bytes, noise), cut(bytes, noise.length))) {
      try {
        Object[] values = decoder.decode(broken);
        assertThat(values == null ? row.get1().size() : values.length).isEqualTo(row.get1().size());
      } catch (DecodeException e) {
        assertThat(e.getMessage()).isNotBlank();
        assertThat(e.getStackTrace()).isEmpty();
      }
    }
  }

  private static byte[] damaged(byte[] bytes, byte[] noise) {
    byte[] copy = bytes == null ? new byte[0] : bytes.clone();
    for (int i = 0; i < noise.length && i < 2 && copy.length > 0; i++) {
      copy[Math.floorMod(noise[i] * 31 + i, copy.length)] = noise[noise.length - 1 - i];
    }
    return copy;
  }

  private static byte[] cut(byte[] bytes, int by) {
    return bytes == null ? new byte[0] : Arrays.copyOf(bytes, Math.max(0, bytes.length - by));
  }

  @Test
  void nullBytesAreNoRow() {
    List<Column> columns = columnsOf(List.of(TestTypes.simple(kinds().iterator().next())));

    assertThat(format().decoder(columns, context()).decode(null)).isNull();
    assertThat(format().encoder(columns, context()).encode(null)).isNull();
  }

  @Test
  void aKeyWithoutColumnsIsNull() {
    FormatContext key = FormatContext.of(TOPIC, Schema.Side.KEY);

    assertThat(format().encoder(List.of(), key).encode(new Object[0])).isNull();
    assertThat(format().decoder(List.of(), key).decode(new byte[] {1, 2})).isEmpty();
    assertThat(format().decoder(List.of(), key).decode(null)).isNull();
  }

  @Test
  void everyTypeIsEitherHeldOrRefusedByName() {
    for (SqlBaseType kind : SqlBaseType.values()) {
      List<Column> columns = columnsOf(List.of(TestTypes.simple(kind)));
      if (kinds().contains(kind)) {
        format().check(columns, Schema.Side.VALUE);
        Object[] row = {TestTypes.sample(columns.get(0).type())};
        assertThat(roundTrip(columns, context(), row)).isEqualTo(row);
      } else {
        assertThatThrownBy(() -> format().check(columns, Schema.Side.VALUE))
            .isInstanceOfSatisfying(
                DiagnosticException.class,
                e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.INVALID_FORMAT))
            .hasMessageContaining(format().name())
            .hasMessageContaining(kind.name())
            .hasMessageContaining("`C0`");
      }
    }
  }

  @Test
  void refusesAnUnknownOption() {
    assertThatThrownBy(() -> format().checkOptions(Map.of("NO_SUCH", "x")))
        .hasMessageContaining(format().name())
        .hasMessageContaining("NO_SUCH");
  }

  @Test
  void isInstalled() {
    Format found = Formats.installed().get(format().name().toLowerCase(Locale.ROOT));

    assertThat(found).isInstanceOf(format().getClass());
  }

  @Test
  void leavesColumnsThatAreNotNeeded() {
    List<Column> columns = columnsOf(List.of(SqlTypes.STRING, SqlTypes.INTEGER, SqlTypes.BIGINT));
    FormatContext context = context();
    if (maxColumns() < columns.size()) {
      assertThatThrownBy(() -> format().check(columns, context.side()))
          .hasMessageContaining(format().name());
      return;
    }
    byte[] bytes = format().encoder(columns, context).encode(new Object[] {"a", 1, 2L});

    assertThat(
            format().decoder(columns, context.withNeeded(ColumnMask.of(2))).decode(bytes.clone()))
        .containsExactly(null, null, 2L);
  }

  /** What comes back for values that were written. */
  protected Object[] expected(List<Column> columns, Object[] row) {
    Object[] expected = row.clone();
    for (int i = 0; i < expected.length; i++) {
      if (emptyTextIsNull() && "".equals(expected[i])) {
        expected[i] = null;
      }
    }
    return expected;
  }

  @Provide
  Arbitrary<Tuple2<List<Column>, Object[]>> rows() {
    return TestTypes.types(kinds(), 2)
        .filter(this::holds)
        .list()
        .ofMinSize(1)
        .ofMaxSize(maxColumns())
        .flatMap(types -> row(types, maxColumns() == 1 ? 0 : 0.15));
  }

  @Provide
  Arbitrary<Tuple2<List<Column>, Object[]>> singles() {
    return TestTypes.types(kinds(), 2).filter(this::holds).flatMap(type -> row(List.of(type), 0));
  }

  private static Arbitrary<Tuple2<List<Column>, Object[]>> row(List<SqlType> types, double nulls) {
    List<Arbitrary<Object>> values = new ArrayList<>();
    for (SqlType type : types) {
      values.add(TestTypes.values(type).injectNull(nulls));
    }
    return Combinators.combine(values).as(row -> Tuple.of(columnsOf(types), row.toArray()));
  }

  /** Columns C0, C1, ... of these types. */
  protected static List<Column> columnsOf(List<SqlType> types) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      columns.add(new Column("C" + i, types.get(i)));
    }
    return columns;
  }
}
