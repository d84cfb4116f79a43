package io.confluent.ksql.serde.jsonschema;

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
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.FormatContract;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSrFormatTest extends FormatContract {
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private int topics;

  @Override
  protected Format format() {
    return new JsonSrFormat();
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
  void writesJsonBehindTheIdOfItsSchema() {
    FormatContext context = context();
    List<Column> columns =
        List.of(
            new Column("I", SqlTypes.INTEGER),
            new Column("D", SqlTypes.decimal(4, 2)),
            new Column("B", SqlTypes.BYTES),
            new Column("M", SqlTypes.map(SqlTypes.STRING, SqlTypes.DOUBLE)),
            new Column("N", SqlTypes.BOOLEAN));

    byte[] bytes =
        format()
            .encoder(columns, context)
            .encode(
                new Object[] {
                  7,
                  new BigDecimal("1.50"),
                  ByteBuffer.wrap(new byte[] {1, 2}),
                  Map.of("k", 0.5),
                  null
                });

    assertThat(WireFormat.schemaId(bytes))
        .isEqualTo(registry.latest(context.subject()).orElseThrow().id());
    assertThat(text(bytes))
        .isEqualTo("{\"I\":7,\"D\":1.50,\"B\":\"AQI=\",\"M\":{\"k\":0.5},\"N\":null}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER | {'type':'integer','connect.type':'int8'}   | 5        | 5",
        "BIGINT  | {'type':'integer','connect.type':'int32'}  | 5        | 5",
        "BIGINT  | {'type':'integer'}                         | 5        | 5",
        "DOUBLE  | {'type':'number'}                          | 5        | 5.0",
        "DOUBLE  | {'type':'number','connect.type':'float32'} | 0.5      | 0.5",
        "STRING  | {'type':'integer'}                         | 5        | 5",
        "STRING  | {'type':'number'}                          | 1.5      | 1.5",
        "STRING  | {'type':'boolean'}                         | true     | true",
        "STRING  | {'enum':['A','B']}                         | \"A\"    | A",
        "STRING  | {'type':'string','enum':['A',null]}        | \"A\"    | A",
        "STRING  | {'type':['null','string']}                 | \"a\"    | a",
        "BIGINT  | {'anyOf':[{'type':'integer'},{'type':'null'}]} | 5    | 5",
        "BIGINT  | {'allOf':[{'type':'integer'},{'minimum':3}]}   | 5    | 5",
        "BIGINT  | {'$ref':'#/definitions/x','definitions':{'x':{'type':'integer'}}} | 5 | 5",
      })
  void readsWhatASchemaWrote(String type, String schema, String json, String expected) {
    SqlType wanted = SqlTypes.struct().field("X", sqlType(type)).build();
    byte[] bytes =
        written(
            "{'type':'object','properties':{'x':%s},'definitions':{'x':{'type':'integer'}}}"
                .formatted(schema),
            "{\"x\":%s}".formatted(json));

    assertThat(decode(((SqlStruct) wanted).fields().get(0).type(), bytes))
        .asString()
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER | {'type':'integer'}",
        "BIGINT  | {'type':'number'}",
        "BIGINT  | {'type':'string'}",
        "BOOLEAN | {'type':'string'}",
        "STRING  | {'type':'array','items':{'type':'string'}}",
        "STRING  | {'type':'string','connect.type':'bytes'}",
        "DOUBLE  | {'type':'integer'}",
      })
  void refusesOtherTypesWithThePlace(String type, String schema) {
    byte[] bytes =
        written("{'type':'object','properties':{'x':%s}}".formatted(schema), "{\"x\":1}");

    assertThatThrownBy(() -> decode(sqlType(type), bytes))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("path: $.X");
  }

  @Test
  void takesADecimalAsItIs() {
    String schema =
        "{'type':'object','properties':{'x':{'type':'%s','connect.type':'bytes',"
            + "'title':'org.apache.kafka.connect.data.Decimal','connect.parameters':{'scale':'3'}}}}";

    assertThat(
            decode(SqlTypes.decimal(2, 1), written(schema.formatted("number"), "{\"x\":1234.5}")))
        .isEqualTo(new BigDecimal("1234.500"));
    assertThat(
            decode(SqlTypes.decimal(2, 1), written(schema.formatted("string"), "{\"x\":\"BNI=\"}")))
        .isEqualTo(new BigDecimal("1.234"));
    assertThatThrownBy(
            () ->
                decode(
                    SqlTypes.decimal(2, 1), written(schema.formatted("string"), "{\"x\":\"?\"}")))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void readsAChoiceIntoTheFieldOfItsBranch() {
    SqlStruct box = SqlTypes.struct().field("W", SqlTypes.BIGINT).build();
    SqlStruct choice =
        SqlTypes.struct()
            .field("CONNECT_UNION_FIELD_0", SqlTypes.STRING)
            .field("CONNECT_UNION_FIELD_1", SqlTypes.BIGINT)
            .field("CONNECT_UNION_FIELD_2", box)
            .build();
    String schema =
        "{'type':'object','properties':{'x':{'oneOf':[{'type':'null'},{'type':'string'},"
            + "{'type':'integer'},{'type':'object','properties':{'w':{'type':'integer'}},"
            + "'required':['w']}]}}}";

    assertThat(decode(choice, written(schema, "{\"x\":\"a\"}")))
        .isEqualTo(new StructValue(choice, "a", null, null));
    assertThat(decode(choice, written(schema, "{\"x\":3}")))
        .isEqualTo(new StructValue(choice, null, 3L, null));
    assertThat(decode(choice, written(schema, "{\"x\":{\"w\":4}}")))
        .isEqualTo(new StructValue(choice, null, null, new StructValue(box, 4L)));
    assertThat(decode(choice, written(schema, "{\"x\":null}"))).isNull();
    assertThatThrownBy(() -> decode(choice, written(schema, "{\"x\":[1]}")))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("$.X");
  }

  @Test
  void readsMapsInBothForms() {
    SqlType map = SqlTypes.map(SqlTypes.STRING, SqlTypes.BIGINT);
    String entry =
        "{'type':'object','properties':{'key':{'type':'string'},'value':{'type':'integer'}}}";

    assertThat(
            decode(
                map,
                written(
                    "{'type':'object','properties':{'x':{'type':'object',"
                        + "'additionalProperties':{'type':'integer'}}}}",
                    "{\"x\":{\"a\":1,\"b\":null}}")))
        .isEqualTo(mapOf("a", 1L, "b", null));
    assertThat(
            decode(
                map,
                written(
                    "{'type':'object','properties':{'x':{'type':'array','connect.type':'map',"
                        + "'items':"
                        + entry
                        + "}}}",
                    "{\"x\":[{\"key\":\"a\",\"value\":1}]}")))
        .isEqualTo(Map.of("a", 1L));
  }

  @Test
  void findsFieldsInOtherCaseAndLeavesThoseNotThere() {
    byte[] bytes =
        written(
            "{'type':'object','properties':{'b':{'type':'integer'},'extra':{'type':'string'}}}",
            "{\"extra\":\"x\",\"unknown\":[],\"b\":2}");
    List<Column> columns = columnsOf(List.of(SqlTypes.BIGINT));

    assertThat(format().decoder(columns, context()).decode(bytes)).containsExactly((Object) null);
    assertThat(
            format()
                .decoder(
                    List.of(new Column("B", SqlTypes.BIGINT), new Column("C", SqlTypes.DATE)),
                    context())
                .decode(bytes))
        .containsExactly(2L, null);
  }

  @Test
  void doesNotLookAtColumnsThatNobodyNeeds() {
    byte[] bytes =
        written(
            "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'integer'}}}",
            "{\"a\":\"x\",\"b\":2}");
    List<Column> columns =
        List.of(new Column("A", SqlTypes.DATE), new Column("B", SqlTypes.BIGINT));

    assertThat(format().decoder(columns, context().withNeeded(ColumnMask.of(1))).decode(bytes))
        .containsExactly(null, 2L);
  }

  @Test
  void readsThroughReferencesToOtherSubjects() {
    registry.register(
        "money",
        json(
            "{'definitions':{'amount':{'type':'number'}},'type':'object',"
                + "'properties':{'v':{'$ref':'#/definitions/amount'}}}"));
    int id =
        registry.register(
            "order",
            new RegistrySchema(
                RegistrySchema.Type.JSON,
                quoted("{'type':'object','properties':{'x':{'$ref':'money.json'}}}"),
                List.of(new RegistrySchema.Reference("money.json", "money", 1))));
    SqlStruct money = SqlTypes.struct().field("V", SqlTypes.DOUBLE).build();

    assertThat(decode(money, behind(id, "{\"x\":{\"v\":2.5}}")))
        .isEqualTo(new StructValue(money, 2.5));
  }

  @Test
  void skipsWhatIsNotBehindTheIdOfAJsonSchema() {
    int avro = registry.register("a", RegistrySchema.of(RegistrySchema.Type.AVRO, "\"int\""));

    for (byte[] bytes :
        List.of(
            "{}".getBytes(StandardCharsets.UTF_8),
            new byte[] {0, 0},
            behind(avro, "1"),
            behind(4711, "{}"),
            written("{'type':'integer'}", "1"),
            written("{'type':'object','properties':{'x':{'type':'integer'}}}", "{\"x\":"),
            written("{'type':'object','properties':{'x':{'type':'integer'}}}", "[]"))) {
      assertThatThrownBy(() -> decode(SqlTypes.BIGINT, bytes)).isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void writesWithAGivenSchema() {
    int id =
        registry.register(
            "given",
            json(
                "{'type':'object','required':['a','kind'],'properties':{'a':{'type':'integer'},"
                    + "'b':{'type':'string'},'c':{'type':['null','string']},"
                    + "'kind':{'type':'string','default':'K'}}}"));
    FormatContext context = context().withOptions(Map.of("SCHEMA_ID", Integer.toString(id)));
    List<Column> columns =
        List.of(new Column("a", SqlTypes.INTEGER), new Column("b", SqlTypes.STRING));

    byte[] bytes = format().encoder(columns, context).encode(new Object[] {1, null});

    assertThat(WireFormat.schemaId(bytes)).isEqualTo(id);
    assertThat(text(bytes)).isEqualTo("{\"a\":1,\"c\":null,\"kind\":\"K\"}");
    assertThat(registry.versions(context.subject())).isEmpty();
    assertThatThrownBy(() -> format().encoder(columns, context).encode(new Object[] {null, "x"}))
        .isInstanceOfSatisfying(EncodeException.class, e -> assertThat(e.isOfAllRows()).isFalse())
        .hasMessageContaining("Field a");
  }

  @Test
  void writesTheDefaultForNullWhereTheSchemaHasOne() {
    int id =
        registry.register(
            "given",
            json(
                "{'type':'object','required':['a'],"
                    + "'properties':{'a':{'type':'integer','default':9}}}"));
    FormatContext context = context().withOptions(Map.of("SCHEMA_ID", Integer.toString(id)));

    assertThat(
            text(
                format()
                    .encoder(List.of(new Column("a", SqlTypes.INTEGER)), context)
                    .encode(new Object[] {null})))
        .isEqualTo("{\"a\":9}");
  }

  @Test
  void refusesAGivenSchemaThatCannotHoldTheColumns() {
    int id =
        registry.register(
            "given",
            json("{'type':'object','required':['q'],'properties':{'q':{'type':'string'}}}"));
    FormatContext context = context().withOptions(Map.of("SCHEMA_ID", Integer.toString(id)));

    for (Column column :
        List.of(new Column("q", SqlTypes.DATE), new Column("other", SqlTypes.STRING))) {
      assertThatThrownBy(
              () -> format().encoder(List.of(column), context).encode(new Object[] {null}))
          .isInstanceOfSatisfying(EncodeException.class, e -> assertThat(e.isOfAllRows()).isTrue());
    }
  }

  @Test
  void writesOnlyTextsThatAnEnumHas() {
    int id =
        registry.register(
            "given",
            json("{'type':'object','properties':{'e':{'type':'string','enum':['A','B']}}}"));
    FormatContext context = context().withOptions(Map.of("SCHEMA_ID", Integer.toString(id)));
    List<Column> columns = List.of(new Column("e", SqlTypes.STRING));

    assertThat(text(format().encoder(columns, context).encode(new Object[] {"B"})))
        .isEqualTo("{\"e\":\"B\"}");
    assertThatThrownBy(() -> format().encoder(columns, context).encode(new Object[] {"C"}))
        .isInstanceOf(EncodeException.class)
        .hasMessageContaining("C");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "x", "-1"})
  void refusesAnIdThatIsNone(String id) {
    assertThatThrownBy(() -> format().checkOptions(Map.of("SCHEMA_ID", id)))
        .isInstanceOf(DiagnosticException.class);
  }

  @Test
  void needsARegistryAndSaysWhichSetting() {
    assertThatThrownBy(
            () ->
                format()
                    .encoder(columnsOf(List.of(SqlTypes.DATE)), FormatContext.of("t", Side.VALUE)))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> {
              assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.SCHEMA_REGISTRY_MISSING);
              assertThat(e.diagnostic().hint().orElseThrow()).contains("ksql.schema.registry.url");
            });
  }

  @Test
  void aBareValueIsJsonOfItsOwn() {
    FormatContext context = context().bare();
    List<Column> columns = columnsOf(List.of(SqlTypes.array(SqlTypes.BIGINT)));
    byte[] bytes =
        format().encoder(columns, context).encode(new Object[] {Arrays.asList(1L, null)});

    assertThat(text(bytes)).isEqualTo("[1,null]");
    assertThat(format().encoder(columns, context).encode(new Object[] {null})).isNull();
    assertThat(
            format().decoder(columns, context).decode(behind(WireFormat.schemaId(bytes), "null")))
        .isNull();
  }

  private Object decode(SqlType type, byte[] bytes) {
    return format().decoder(List.of(new Column("X", type)), context()).decode(bytes)[0];
  }

  private byte[] written(String schema, String json) {
    return behind(registry.register("any" + topics++, json(schema)), json);
  }

  private static byte[] behind(int id, String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(WireFormat.PREFIX_LENGTH + text.length)
        .put(WireFormat.prefix(id))
        .put(text)
        .array();
  }

  private static String text(byte[] bytes) {
    int start = WireFormat.PREFIX_LENGTH;
    return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
  }

  private static RegistrySchema json(String schema) {
    return RegistrySchema.of(RegistrySchema.Type.JSON, quoted(schema));
  }

  private static String quoted(String schema) {
    return schema.replace('\'', '"');
  }

  private static SqlType sqlType(String name) {
    return SqlPrimitiveType.of(SqlBaseType.valueOf(name));
  }

  private static Map<Object, Object> mapOf(Object... pairs) {
    Map<Object, Object> map = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
