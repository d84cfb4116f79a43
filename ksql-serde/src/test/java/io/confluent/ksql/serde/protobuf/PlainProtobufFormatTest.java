package io.confluent.ksql.serde.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Int32Value;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.StringValue;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.FormatContract;
import io.confluent.ksql.serde.protobuf.schema.ProtoText;
import io.confluent.ksql.value.StructValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainProtobufFormatTest extends FormatContract {
  @Override
  protected Format format() {
    return new PlainProtobufFormat();
  }

  @Override
  protected Set<SqlBaseType> kinds() {
    return EnumSet.allOf(SqlBaseType.class);
  }

  @Override
  protected boolean holds(SqlType type) {
    return ProtobufNulls.holds(type);
  }

  @Override
  protected Object[] expected(List<Column> columns, Object[] row) {
    return ProtobufNulls.readBack(columns, row);
  }

  @Property(tries = 200)
  void writesBytesAsProtobufItselfDoes(@ForAll("rows") Tuple2<List<Column>, Object[]> row)
      throws InvalidProtocolBufferException {
    Descriptor message =
        ProtoText.parse(
                PlainProtobufFormat.schemaText(row.get1(), context()), name -> Optional.empty())
            .getMessageTypes()
            .get(0);

    byte[] bytes = format().encoder(row.get1(), context()).encode(row.get2());

    DynamicMessage read = DynamicMessage.parseFrom(message, bytes);
    assertThat(read.toByteArray()).isEqualTo(bytes);
    assertThat(read.getUnknownFields().asMap()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONAL", "WRAPPER", "wrapper"})
  void tellsNullFromTheDefault(String representation) {
    List<Column> columns =
        columnsOf(
            List.of(
                SqlTypes.BOOLEAN,
                SqlTypes.INTEGER,
                SqlTypes.BIGINT,
                SqlTypes.DOUBLE,
                SqlTypes.STRING,
                SqlTypes.struct().field("A", SqlTypes.INTEGER).build(),
                SqlTypes.map(SqlTypes.STRING, SqlTypes.INTEGER)));
    SqlStruct struct = (SqlStruct) columns.get(5).type();
    FormatContext context =
        context().withOptions(Map.of("PROTOBUF_NULLABLE_REPRESENTATION", representation));
    Object[] zeros = {false, 0, 0L, 0.0, "", new StructValue(struct, 0), Map.of("k", 0)};
    Object[] nulls = {
      null, null, null, null, null, new StructValue(struct, (Object) null), Map.of()
    };

    assertThat(roundTrip(columns, context, zeros)).isEqualTo(zeros);
    assertThat(roundTrip(columns, context, nulls)).isEqualTo(nulls);
  }

  @Test
  void writesABareValueAsGooglesWrappersDo() throws InvalidProtocolBufferException {
    FormatContext key = FormatContext.of(TOPIC, Side.KEY);

    byte[] number =
        format().encoder(columnsOf(List.of(SqlTypes.INTEGER)), key).encode(new Object[] {-5});
    byte[] text =
        format().encoder(columnsOf(List.of(SqlTypes.STRING)), key).encode(new Object[] {"x"});

    assertThat(Int32Value.parseFrom(number).getValue()).isEqualTo(-5);
    assertThat(StringValue.parseFrom(text).getValue()).isEqualTo("x");
    assertThat(
            format().encoder(columnsOf(List.of(SqlTypes.STRING)), key).encode(new Object[] {null}))
        .isNull();
  }

  @Test
  void readsAnEmptyMessageAsDefaults() {
    assertThat(
            format()
                .decoder(columnsOf(List.of(SqlTypes.INTEGER, SqlTypes.STRING)), context())
                .decode(new byte[0]))
        .containsExactly(0, "");
  }

  @Test
  void refusesAListInAListWithAWayOut() {
    List<Column> columns = columnsOf(List.of(SqlTypes.array(SqlTypes.array(SqlTypes.INTEGER))));

    assertThatThrownBy(() -> format().check(columns, Side.VALUE))
        .hasMessageContaining("PROTOBUF_NOSR")
        .hasMessageContaining("`C0`")
        .hasMessageContaining("STRUCT");
  }

  @Test
  void refusesAnotherRepresentationOfNull() {
    assertThatThrownBy(
            () -> format().checkOptions(Map.of("PROTOBUF_NULLABLE_REPRESENTATION", "maybe")))
        .hasMessageContaining("maybe")
        .hasMessageContaining("OPTIONAL or WRAPPER");
  }
}
