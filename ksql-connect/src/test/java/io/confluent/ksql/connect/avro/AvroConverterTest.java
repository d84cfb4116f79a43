package io.confluent.ksql.connect.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.Test;

final class AvroConverterTest {
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final AvroConverter converter = converter(true);

  private AvroConverter converter(boolean registers) {
    AvroConverter made = new AvroConverter();
    made.configure(registry, registers);
    return made;
  }

  private SchemaAndValue back(String topic, Schema schema, Object value) {
    return converter.toConnectData(topic, converter.fromConnectData(topic, schema, value));
  }

  private static SchemaBuilder inner() {
    return SchemaBuilder.struct().field("n", Schema.OPTIONAL_INT32_SCHEMA);
  }

  @Test
  void valuesOfEveryTypeComeBack() {
    Schema decimal = Decimal.builder(2).optional().build();
    Schema schema =
        SchemaBuilder.struct()
            .name("a.b.Row")
            .field("flag", Schema.BOOLEAN_SCHEMA)
            .field("i", Schema.INT32_SCHEMA)
            .field("l", Schema.OPTIONAL_INT64_SCHEMA)
            .field("f", Schema.FLOAT32_SCHEMA)
            .field("d", Schema.FLOAT64_SCHEMA)
            .field("s", Schema.OPTIONAL_STRING_SCHEMA)
            .field("none", Schema.OPTIONAL_STRING_SCHEMA)
            .field("bytes", Schema.BYTES_SCHEMA)
            .field("price", decimal)
            .field("on", org.apache.kafka.connect.data.Date.SCHEMA)
            .field("clock", Time.SCHEMA)
            .field("at", Timestamp.SCHEMA)
            .field("list", SchemaBuilder.array(Schema.OPTIONAL_FLOAT64_SCHEMA).optional().build())
            .field("map", SchemaBuilder.map(Schema.STRING_SCHEMA, inner().build()).build())
            .field("one", inner().build())
            .field("two", inner().optional().build())
            .build();
    Struct row =
        new Struct(schema)
            .put("flag", true)
            .put("i", -7)
            .put("l", 1L << 40)
            .put("f", 1.5f)
            .put("d", 2.25)
            .put("s", "ä")
            .put("bytes", new byte[] {1, 0, 2})
            .put("price", new BigDecimal("-12.30"))
            .put("on", new Date(1_546_300_800_000L))
            .put("clock", new Date(3_600_000L))
            .put("at", new Date(1_546_300_800_123L))
            .put("list", java.util.Arrays.asList(1.0, null))
            .put("map", Map.of("k", new Struct(inner().build()).put("n", 1)))
            .put("one", new Struct(inner().build()).put("n", 2));

    Struct back = (Struct) back("t", schema, row).value();
    for (String same :
        List.of("flag", "i", "l", "f", "d", "s", "price", "on", "clock", "at", "list")) {
      assertThat(back.get(same)).as(same).isEqualTo(row.get(same));
    }
    assertThat((byte[]) back.get("bytes")).containsExactly(1, 0, 2);
    assertThat(back.get("none")).isNull();
    assertThat(back.get("two")).isNull();
    assertThat(back.getStruct("one").get("n")).isEqualTo(2);
    assertThat(((Struct) back.getMap("map").get("k")).get("n")).isEqualTo(1);
    assertThat(back.schema().name()).isEqualTo("a.b.Row");
    assertThat(registry.subjects()).containsExactly("t-value");

    // What was read can be written again, by a connector that only moves it.
    assertThat(converter.fromConnectData("u", back.schema(), back)).isNotEmpty();
  }

  @Test
  void simpleValuesAndNullsComeBack() {
    assertThat(back("t", Schema.STRING_SCHEMA, "x").value()).isEqualTo("x");
    assertThat(back("u", Schema.INT16_SCHEMA, (short) 3).value()).isEqualTo(3);
    assertThat(converter.fromConnectData("t", null, null)).isNull();
    assertThat(converter.fromConnectData("t", Schema.OPTIONAL_STRING_SCHEMA, null)).isNull();
    assertThat(converter.toConnectData("t", null)).isEqualTo(SchemaAndValue.NULL);
  }

  @Test
  void readsAndWritesWhatSqlDoes() {
    List<Column> columns =
        List.of(
            new Column("EVENTID", SqlTypes.INTEGER),
            new Column("SENSORINPUT", SqlTypes.STRING),
            new Column("PRICE", SqlDecimal.of(6, 2)),
            new Column("LIST", SqlArray.of(SqlTypes.DOUBLE)));
    Format format = Formats.installed().get("AVRO");
    FormatContext context = FormatContext.of("s", Side.VALUE).withRegistry(registry);
    Object[] row = {106, "1.0#2.0", new BigDecimal("1.25"), List.of(1.5)};

    SchemaAndValue read =
        converter.toConnectData("s", format.encoder(columns, context).encode(row));
    Struct struct = (Struct) read.value();
    assertThat(struct.get("EVENTID")).isEqualTo(106);
    assertThat(struct.get("PRICE")).isEqualTo(new BigDecimal("1.25"));

    byte[] written = converter.fromConnectData("s2", read.schema(), struct);
    assertThat(
            format
                .decoder(columns, FormatContext.of("s2", Side.VALUE).withRegistry(registry))
                .decode(written))
        .containsExactly(row);
  }

  @Test
  void saysWhatItCannotConvert() {
    assertThatThrownBy(() -> converter.toConnectData("t", "101,2".getBytes()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("in t was")
        .hasMessageContaining("zero byte");
    assertThatThrownBy(() -> converter.toConnectData("t", new byte[] {0, 0, 0, 0, 9, 1}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no schema 9");
    assertThatThrownBy(() -> converter.fromConnectData("t", null, Map.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("without a schema");
    assertThatThrownBy(
            () ->
                converter.fromConnectData(
                    "t",
                    SchemaBuilder.map(Schema.INT32_SCHEMA, Schema.INT32_SCHEMA).build(),
                    Map.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("texts");
    int id =
        registry.register(
            "r-value",
            RegistrySchema.of(
                RegistrySchema.Type.AVRO,
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"R\"]}]}"));
    assertThatThrownBy(() -> converter.toConnectData("r", new byte[] {0, 0, 0, 0, (byte) id, 0}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("holds itself");
    assertThatThrownBy(() -> converter(false).fromConnectData("t", Schema.INT64_SCHEMA, 1L))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("auto.register.schemas");
  }

  @Test
  void waitsForARegistryThatIsAway() {
    AvroConverter away = new AvroConverter();
    away.configure(Map.of("schema.registry.url", "http://localhost:1"), true);
    assertThatThrownBy(() -> away.fromConnectData("t", Schema.STRING_SCHEMA, "x"))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("t-key");
    assertThatThrownBy(() -> new AvroConverter().configure(Map.of(), true))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void workersFindIt() {
    assertThat(ServiceLoader.load(Converter.class))
        .extracting(plugin -> plugin.getClass().getName())
        .contains("io.confluent.connect.avro.AvroConverter");
  }
}
