package io.confluent.ksql.serde.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlPrimitiveType;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.FormatContract;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.value.StructValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroFormatTest extends FormatContract {
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private int topics;

  @Override
  protected Format format() {
    return new AvroFormat();
  }

  @Override
  protected Set<SqlBaseType> kinds() {
    return EnumSet.allOf(SqlBaseType.class);
  }

  @Override
  protected FormatContext context() {
    // A topic of its own for each row, or the schemas would have to be compatible.
    return FormatContext.of(TOPIC + topics++, Side.VALUE).withRegistry(registry);
  }

  @Test
  void writesWhatAvroReads() throws IOException {
    SqlStruct inner = SqlTypes.struct().field("A", SqlTypes.BIGINT).build();
    List<Column> columns =
        List.of(
            new Column("I", SqlTypes.INTEGER),
            new Column("S", inner),
            new Column("M", SqlTypes.map(SqlTypes.STRING, SqlTypes.DOUBLE)),
            new Column("L", SqlTypes.array(SqlTypes.STRING)),
            new Column("N", SqlTypes.BOOLEAN));
    FormatContext context = context();

    byte[] bytes =
        format()
            .encoder(columns, context)
            .encode(
                new Object[] {
                  7, new StructValue(inner, -1L), Map.of("k", 0.5), List.of("x", "y"), null
                });

    GenericRecord record = (GenericRecord) readWithAvro(bytes);
    assertThat(record)
        .hasToString(
            "{\"I\": 7, \"S\": {\"A\": -1}, \"M\": [{\"key\": \"k\", \"value\": 0.5}],"
                + " \"L\": [\"x\", \"y\"], \"N\": null}");
  }

  @Test
  void registersOnceAndNotBeforeItIsAsked() {
    FormatContext context = context();
    List<Column> columns = columnsOf(List.of(SqlTypes.STRING));
    RowEncoder encoder = format().encoder(columns, context);

    assertThat(registry.versions(context.subject())).isEmpty();
    encoder.prepare();
    encoder.prepare();
    byte[] bytes = encoder.encode(new Object[] {"a"});

    assertThat(registry.versions(context.subject())).containsExactly(1);
    assertThat(WireFormat.schemaId(bytes))
        .isEqualTo(registry.latest(context.subject()).orElseThrow().id());
  }

  @Test
  void readsWhatAnotherSchemaWrote() throws IOException {
    String schema =
        """
        {"type":"record","name":"R","fields":[
          {"name":"extra","type":{"type":"array","items":{"type":"map","values":["null","R"]}}},
          {"name":"i","type":"int"},
          {"name":"f","type":"float"},
          {"name":"e","type":{"type":"enum","name":"E","symbols":["X","Y"]}},
          {"name":"fx","type":{"type":"fixed","name":"F","size":2}},
          {"name":"u","type":["null","string","int"]},
          {"name":"m","type":{"type":"map","values":"long"}},
          {"name":"b","type":["boolean","null"]},
          {"name":"d","type":{"type":"bytes","logicalType":"decimal","precision":4,"scale":2}}]}
        """;
    Schema parsed = new Schema.Parser().parse(schema);
    GenericData.Record record = new GenericData.Record(parsed);
    record.put("extra", List.of());
    record.put("i", 5);
    record.put("f", 1.5f);
    record.put("e", new GenericData.EnumSymbol(parsed.getField("e").schema(), "Y"));
    record.put("fx", new GenericData.Fixed(parsed.getField("fx").schema(), new byte[] {1, 2}));
    record.put("u", 9);
    record.put("m", Map.of("k", 3L));
    record.put("b", null);
    record.put("d", ByteBuffer.wrap(new BigDecimal("-1.25").unscaledValue().toByteArray()));
    SqlStruct union =
        SqlTypes.struct().field("STRING", SqlTypes.STRING).field("INT", SqlTypes.INTEGER).build();
    List<Column> columns =
        List.of(
            new Column("D", SqlTypes.decimal(9, 0)),
            new Column("MISSING", SqlTypes.STRING),
            new Column("I", SqlTypes.BIGINT),
            new Column("F", SqlTypes.STRING),
            new Column("E", SqlTypes.STRING),
            new Column("FX", SqlTypes.BYTES),
            new Column("U", union),
            new Column("M", SqlTypes.map(SqlTypes.STRING, SqlTypes.STRING)),
            new Column("B", SqlTypes.BOOLEAN));

    assertThat(format().decoder(columns, context()).decode(writeWithAvro(parsed, record)))
        .containsExactly(
            new BigDecimal("-1.25"),
            null,
            5L,
            "1.5",
            "Y",
            ByteBuffer.wrap(new byte[] {1, 2}),
            new StructValue(union, null, 9),
            Map.of("k", "3"),
            null);
  }

  @Test
  void prefersTheFieldOfExactlyTheName() throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"R","fields":[
                  {"name":"a","type":"int"},{"name":"A","type":"int"},{"name":"b","type":"int"}]}
                """);
    GenericData.Record record = new GenericData.Record(schema);
    record.put("a", 1);
    record.put("A", 2);
    record.put("b", 3);
    List<Column> columns =
        List.of(new Column("A", SqlTypes.INTEGER), new Column("B", SqlTypes.INTEGER));

    assertThat(format().decoder(columns, context()).decode(writeWithAvro(schema, record)))
        .containsExactly(2, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"long\"', INTEGER",
    "'\"string\"', INTEGER",
    "'\"double\"', BIGINT",
    "'\"int\"', DATE",
    "'{\"type\":\"int\",\"logicalType\":\"date\"}', INTEGER",
    "'\"bytes\"', STRING",
    "'[\"int\",\"long\"]', BIGINT",
    "'\"null\"', STRING"
  })
  void refusesSchemasThatDoNotFit(String written, String type) throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"F\",\"type\":"
                    + written
                    + "}]}");
    int id = registry.register("any" + topics++, avro(schema.toString()));
    RowDecoder decoder =
        format().decoder(List.of(new Column("F", SqlPrimitiveType.of(type))), context());

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> decoder.decode(WireFormat.prefix(id)))
          .isInstanceOf(DecodeException.class)
          .hasMessageContaining(type)
          .hasMessageEndingWith("path: $.F");
    }
  }

  @Test
  void refusesWhatHasNoSchemaId() {
    RowDecoder decoder = format().decoder(columnsOf(List.of(SqlTypes.STRING)), context());

    assertThatThrownBy(() -> decoder.decode(new byte[] {1, 0, 0, 0, 1}))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("schema id");
    assertThatThrownBy(() -> decoder.decode(new byte[4])).isInstanceOf(DecodeException.class);
    assertThatThrownBy(() -> decoder.decode(WireFormat.prefix(4711)))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("4711");
  }

  @Test
  void refusesLengthsThatAreNotThere() {
    int texts = registry.register("x", avro("{\"type\":\"array\",\"items\":\"null\"}"));
    RowDecoder decoder =
        format()
            .decoder(List.of(new Column("A", SqlTypes.array(SqlTypes.STRING))), context().bare());
    AvroOutput out = new AvroOutput();
    out.writeRaw(WireFormat.prefix(texts));
    out.writeLong(Long.MAX_VALUE);

    assertThatThrownBy(() -> decoder.decode(out.toBytes())).isInstanceOf(DecodeException.class);

    int bytes = registry.register("y", avro("\"string\""));
    AvroOutput text = new AvroOutput();
    text.writeRaw(WireFormat.prefix(bytes));
    text.writeLong(Integer.MAX_VALUE);
    RowDecoder strings =
        format().decoder(List.of(new Column("A", SqlTypes.STRING)), context().bare());
    assertThatThrownBy(() -> strings.decode(text.toBytes()))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("ends before");
  }

  @Test
  void goesPastARecordInItselfOnlySoFar() {
    Schema list =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"L\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"L\"]}]}");
    int id = registry.register("list", avro(list.toString()));
    byte[] deep = new byte[100_000];
    Arrays.fill(deep, (byte) 2);
    System.arraycopy(WireFormat.prefix(id), 0, deep, 0, WireFormat.PREFIX_LENGTH);
    RowDecoder decoder = format().decoder(columnsOf(List.of(SqlTypes.STRING)), context());

    assertThatThrownBy(() -> decoder.decode(deep))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("deep");
  }

  @Test
  void writesWithAGivenSchemaAndItsDefaults() throws IOException {
    int id =
        registry.register(
            "given",
            avro(
                """
                {"type":"record","name":"Given","fields":[
                  {"name":"n","type":"string","default":"none"},
                  {"name":"A","type":"long"},
                  {"name":"o","type":["null","int"]},
                  {"name":"B","type":["string","null"],"default":"b"}]}
                """));
    FormatContext context = context().withOptions(Map.of("SCHEMA_ID", Integer.toString(id)));
    List<Column> columns =
        List.of(new Column("A", SqlTypes.INTEGER), new Column("B", SqlTypes.STRING));

    byte[] bytes = format().encoder(columns, context).encode(new Object[] {4, null});

    assertThat(WireFormat.schemaId(bytes)).isEqualTo(id);
    assertThat(readWithAvro(bytes))
        .hasToString("{\"n\": \"none\", \"A\": 4, \"o\": null, \"B\": null}");
    assertThat(registry.versions(context.subject())).isEmpty();
  }

  @Test
  void refusesAGivenSchemaThatDoesNotFit() {
    int id =
        registry.register(
            "strict",
            avro(
                "{\"type\":\"record\",\"name\":\"T\",\"fields\":[{\"name\":\"A\",\"type\":\"int\"}]}"));
    FormatContext context = context().withOptions(Map.of("SCHEMA_ID", Integer.toString(id)));
    Column a = new Column("A", SqlTypes.INTEGER);

    assertThatThrownBy(() -> format().encoder(List.of(a), context).encode(new Object[] {null}))
        .isInstanceOf(EncodeException.class)
        .hasMessageContaining("Field A")
        .hasMessageContaining("null");
    assertThatThrownBy(
            () ->
                format().encoder(List.of(a, new Column("Z", SqlTypes.INTEGER)), context).prepare())
        .hasMessageContaining("no field Z");
    assertThatThrownBy(
            () -> format().encoder(List.of(new Column("Z", SqlTypes.INTEGER)), context).prepare())
        .hasMessageContaining("A has no default");
    assertThatThrownBy(
            () -> format().encoder(List.of(new Column("A", SqlTypes.STRING)), context).prepare())
        .hasMessageContaining("STRING");
  }

  @Test
  void readsSchemasThatReferToOthers() throws IOException {
    registry.register(
        "inner",
        avro(
            "{\"type\":\"record\",\"name\":\"n.I\",\"fields\":[{\"name\":\"X\",\"type\":\"int\"}]}"));
    int id =
        registry.register(
            "outer",
            new RegistrySchema(
                RegistrySchema.Type.AVRO,
                "{\"type\":\"record\",\"name\":\"n.O\",\"fields\":[{\"name\":\"I\",\"type\":\"n.I\"}]}",
                List.of(new RegistrySchema.Reference("n.I", "inner", 1))));
    SqlStruct inner = SqlTypes.struct().field("X", SqlTypes.INTEGER).build();
    AvroOutput out = new AvroOutput();
    out.writeRaw(WireFormat.prefix(id));
    out.writeLong(6);

    assertThat(format().decoder(List.of(new Column("I", inner)), context()).decode(out.toBytes()))
        .containsExactly(new StructValue(inner, 6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1a", "a-b", "é", "a b"})
  void refusesNamesThatAvroDoesNotHave(String name) {
    SqlType struct = SqlTypes.struct().field(name, SqlTypes.DATE).build();

    for (Column column : List.of(new Column(name, SqlTypes.DATE), new Column("A", struct))) {
      assertThatThrownBy(() -> format().check(List.of(column), Side.VALUE))
          .isInstanceOf(DiagnosticException.class)
          .hasMessageContaining("'" + name + "'");
    }
  }

  @Test
  void refusesOptionsThatMeanNothing() {
    format().checkOptions(Map.of("AVRO_SCHEMA_FULL_NAME", "a.B", "SCHEMA_ID", "3"));

    assertThatThrownBy(() -> format().checkOptions(Map.of("SCHEMA_FULL_NAME", "")))
        .hasMessageContaining("full name");
    assertThatThrownBy(() -> format().checkOptions(Map.of("SCHEMA_ID", "0")))
        .hasMessageContaining("id");
    assertThatThrownBy(() -> format().checkOptions(Map.of("SCHEMA_ID", "x")))
        .hasMessageContaining("SCHEMA_ID");
  }

  @Test
  void needsARegistry() {
    assertThatThrownBy(
            () ->
                format()
                    .decoder(columnsOf(List.of(SqlTypes.DATE)), FormatContext.of("t", Side.VALUE)))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.SCHEMA_REGISTRY_MISSING));
  }

  @Test
  void aBareValueHasABareSchema() throws IOException {
    FormatContext context = context().bare();
    List<Column> columns = columnsOf(List.of(SqlTypes.DATE));

    byte[] bytes = format().encoder(columns, context).encode(new Object[] {new Date(86_400_000)});

    assertThat(readWithAvro(bytes)).isEqualTo(1);
    assertThat(format().encoder(columns, context).encode(new Object[] {null})).isNull();
    assertThat(format().decoder(columns, context).decode(bytes))
        .containsExactly(new Date(86_400_000));
  }

  @Test
  void namesKeysAfterTheirStream() {
    assertThat(format().impliedOptions(Side.KEY, "MY_TABLE"))
        .containsExactly(
            Map.entry("SCHEMA_FULL_NAME", "io.confluent.ksql.avro_schemas.MyTableKey"));
    assertThat(format().impliedOptions(Side.VALUE, "MY_TABLE")).isEmpty();
  }

  @Test
  void writesTheDefaultForNullWhereTheSchemaHasOne() throws IOException {
    int id =
        registry.register(
            "given",
            avro(
                "{\"type\":\"record\",\"name\":\"G\",\"fields\":["
                    + "{\"name\":\"A\",\"type\":\"long\",\"default\":10}]}"));
    FormatContext context = context().withOptions(Map.of("SCHEMA_ID", Integer.toString(id)));
    List<Column> columns = List.of(new Column("A", SqlTypes.BIGINT));

    assertThat(readWithAvro(format().encoder(columns, context).encode(new Object[] {null})))
        .hasToString("{\"A\": 10}");
  }

  @Test
  void aSchemaThatLacksAColumnEndsAllRows() {
    int id =
        registry.register(
            "narrow",
            avro(
                "{\"type\":\"record\",\"name\":\"N\",\"fields\":["
                    + "{\"name\":\"A\",\"type\":\"int\"},{\"name\":\"B\",\"type\":\"int\"}]}"));
    FormatContext context = context().withOptions(Map.of("SCHEMA_ID", Integer.toString(id)));
    List<Column> columns = List.of(new Column("A", SqlTypes.INTEGER));
    RowEncoder encoder = format().encoder(columns, context);

    assertThatThrownBy(() -> encoder.encode(new Object[] {1}))
        .isInstanceOfSatisfying(EncodeException.class, e -> assertThat(e.isOfAllRows()).isTrue())
        .hasMessageContaining("B");
  }

  @Test
  void readsAChoiceOfRecordsAsColumnsOfEither() throws IOException {
    Schema union =
        new Schema.Parser()
            .parse(
                """
                [{"type":"record","name":"A","fields":[{"name":"x","type":"int"}]},
                 {"type":"record","name":"B","fields":[{"name":"y","type":"int"}]}]
                """);
    GenericData.Record second = new GenericData.Record(union.getTypes().get(1));
    second.put("y", 4);
    byte[] bytes = writeWithAvro(union, second);
    SqlStruct a = SqlTypes.struct().field("X", SqlTypes.INTEGER).build();
    SqlStruct b = SqlTypes.struct().field("Y", SqlTypes.INTEGER).build();

    assertThat(
            format()
                .decoder(List.of(new Column("A", a), new Column("B", b)), context())
                .decode(bytes))
        .containsExactly(null, new StructValue(b, 4));
    assertThat(format().decoder(columnsNamed("X", "Y"), context()).decode(bytes))
        .containsExactly(null, 4);
  }

  private static List<Column> columnsNamed(String... names) {
    return Arrays.stream(names).map(name -> new Column(name, SqlTypes.INTEGER)).toList();
  }

  private static RegistrySchema avro(String text) {
    return RegistrySchema.of(RegistrySchema.Type.AVRO, text);
  }

  private Object readWithAvro(byte[] bytes) throws IOException {
    Schema schema =
        new Schema.Parser().parse(registry.byId(WireFormat.schemaId(bytes)).orElseThrow().text());
    int start = WireFormat.PREFIX_LENGTH;
    return new GenericDatumReader<>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, null));
  }

  private byte[] writeWithAvro(Schema schema, Object datum) throws IOException {
    int id = registry.register("any" + topics++, avro(schema.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(WireFormat.prefix(id));
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(datum, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
