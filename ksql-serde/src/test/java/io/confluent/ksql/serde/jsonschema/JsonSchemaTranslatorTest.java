package io.confluent.ksql.serde.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlPrimitiveType;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.InferredSchema;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaTranslatorTest {
  private static final JsonSchemaTranslator TRANSLATOR = JsonSchemaTranslator.INSTANCE;

  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final FormatContext values = FormatContext.of("t", Side.VALUE).withRegistry(registry);
  private final FormatContext keys = FormatContext.of("t", Side.KEY).withRegistry(registry);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BOOLEAN   | {'type':'boolean'}",
        "INTEGER   | {'type':'integer','connect.type':'int32'}",
        "BIGINT    | {'type':'integer','connect.type':'int64'}",
        "DOUBLE    | {'type':'number','connect.type':'float64'}",
        "STRING    | {'type':'string'}",
        "BYTES     | {'type':'string','connect.type':'bytes'}",
        "TIME      | {'type':'integer','title':'org.apache.kafka.connect.data.Time',"
            + "'connect.type':'int32','connect.version':1}",
        "DATE      | {'type':'integer','title':'org.apache.kafka.connect.data.Date',"
            + "'connect.type':'int32','connect.version':1}",
        "TIMESTAMP | {'type':'integer','title':'org.apache.kafka.connect.data.Timestamp',"
            + "'connect.type':'int64','connect.version':1}",
      })
  void saysWhatAColumnIs(String type, String expected) throws JsonProcessingException {
    SqlType sql = SqlPrimitiveType.of(SqlBaseType.valueOf(type));

    assertSchema(
        List.of(new Column("FOO", sql)),
        values,
        "{'type':'object','properties':{'FOO':{'connect.index':0,'oneOf':[{'type':'null'},%s]}}}"
            .formatted(expected));
  }

  @Test
  void saysWhatNestedColumnsAre() throws JsonProcessingException {
    assertSchema(
        List.of(
            new Column("D", SqlTypes.decimal(4, 2)),
            new Column("A", SqlTypes.array(SqlTypes.STRING)),
            new Column("M", SqlTypes.map(SqlTypes.STRING, SqlTypes.BOOLEAN)),
            new Column("S", SqlTypes.struct().field("X", SqlTypes.STRING).build())),
        values,
        """
        {'type':'object','properties':{
          'D':{'connect.index':0,'oneOf':[{'type':'null'},{'type':'number',
            'title':'org.apache.kafka.connect.data.Decimal','connect.version':1,
            'connect.type':'bytes',
            'connect.parameters':{'scale':'2','connect.decimal.precision':'4'}}]},
          'A':{'connect.index':1,'oneOf':[{'type':'null'},{'type':'array',
            'items':{'oneOf':[{'type':'null'},{'type':'string'}]}}]},
          'M':{'connect.index':2,'oneOf':[{'type':'null'},{'type':'object','connect.type':'map',
            'additionalProperties':{'oneOf':[{'type':'null'},{'type':'boolean'}]}}]},
          'S':{'connect.index':3,'oneOf':[{'type':'null'},{'type':'object',
            'properties':{'X':{'connect.index':0,'oneOf':[{'type':'null'},{'type':'string'}]}}}]}}}
        """);
  }

  @Test
  void aKeyMayBeNull() throws JsonProcessingException {
    Column a = new Column("A", SqlTypes.STRING);

    assertSchema(List.of(a), keys, "{'oneOf':[{'type':'null'},{'type':'string'}]}");
    assertSchema(List.of(a), values.bare(), "{'oneOf':[{'type':'null'},{'type':'string'}]}");
    assertSchema(
        List.of(a, new Column("B", SqlTypes.STRING)),
        keys.withOptions(Map.of("SCHEMA_FULL_NAME", "com.example.Pair")),
        "{'oneOf':[{'type':'null'},{'type':'object','title':'com.example.Pair','properties':{"
            + "'A':{'connect.index':0,'oneOf':[{'type':'null'},{'type':'string'}]},"
            + "'B':{'connect.index':1,'oneOf':[{'type':'null'},{'type':'string'}]}}}]}");
  }

  @Test
  void whatItWritesBecomesTheSameColumns() {
    SqlType deep =
        SqlTypes.array(
            SqlTypes.map(
                SqlTypes.STRING, SqlTypes.struct().field("X", SqlTypes.TIMESTAMP).build()));
    List<Column> columns =
        List.of(
            new Column("Z", deep),
            new Column("B", SqlTypes.decimal(5, 5)),
            new Column("A", SqlTypes.TIME),
            new Column("I", SqlTypes.INTEGER));

    assertThat(TRANSLATOR.toColumns(TRANSLATOR.toSchema(columns, values), values).columns())
        .isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'integer'} | BIGINT",
        "{'type':'integer','connect.type':'int16'} | INTEGER",
        "{'type':'number'} | DOUBLE",
        "{'type':'number','title':'org.apache.kafka.connect.data.Decimal',"
            + "'connect.parameters':{'scale':'3'}} | DECIMAL(64, 3)",
        "{'enum':['A','B']} | STRING",
        "{'enum':[1,2]} | BIGINT",
        "{'const':true} | BOOLEAN",
        "{'type':['null','number']} | DOUBLE",
        "{'type':['string','integer']} | STRUCT<`CONNECT_UNION_FIELD_0` STRING,"
            + " `CONNECT_UNION_FIELD_1` BIGINT>",
        "{'type':'array','items':{'type':'string'}} | ARRAY<STRING>",
        "{'type':'object','additionalProperties':{'type':'string'}} | MAP<STRING, STRING>",
        "{'type':'object','connect.type':'map','additionalProperties':{'type':'integer'}} |"
            + " MAP<STRING, BIGINT>",
        "{'type':'object','properties':{'b':{'type':'string'},'a':{'type':'string'}}} |"
            + " STRUCT<`B` STRING, `A` STRING>",
        "{'properties':{'b':{'type':'string','connect.index':1},"
            + "'a':{'type':'string','connect.index':0}}} | STRUCT<`A` STRING, `B` STRING>",
        "{'$ref':'#/$defs/d'} | STRUCT<`P` STRING>",
        "{'$ref':'#d'} | STRUCT<`P` STRING>",
        "{'oneOf':[{'type':'null'},{'$ref':'#/$defs/d'}]} | STRUCT<`P` STRING>",
        "{'anyOf':[{'type':'boolean'},{'type':'string'}]} | STRUCT<`CONNECT_UNION_FIELD_0`"
            + " BOOLEAN, `CONNECT_UNION_FIELD_1` STRING>",
        "{'allOf':[{'$ref':'#/$defs/d'},{'properties':{'q':{'type':'number'}}}]} |"
            + " STRUCT<`P` STRING, `Q` DOUBLE>",
        "{'type':'object','properties':{'a':{'type':'string'}},"
            + "'oneOf':[{'required':['a']},{'maxProperties':0}]} | STRUCT<`A` STRING>",
      })
  void takesATypeFromASchema(String schema, String expected) {
    RegistrySchema row =
        json(
            "{'type':'object','properties':{'x':%s},'$defs':{'d':{'$anchor':'d','type':'object',"
                    .formatted(schema)
                + "'properties':{'p':{'type':'string'}}}}}");

    assertThat(TRANSLATOR.toColumns(row, values).columns())
        .extracting(Column::toString)
        .containsExactly("`X` " + expected);
  }

  @Test
  void leavesOutWhatHasNoType() {
    InferredSchema inferred =
        TRANSLATOR.toColumns(
            json(
                "{'type':'object','properties':{'a':{'type':'string'},'b':{},'c':{'type':'null'},"
                    + "'d':{'type':'array'},'A':{'type':'string'}}}"),
            values);

    assertThat(inferred.columns()).containsExactly(new Column("A", SqlTypes.STRING));
    assertThat(inferred.dropped())
        .containsExactly(
            "The field b may be anything.",
            "The field c is always null.",
            "The field d[] may be anything.",
            "The field A has the name of another field but for case.");
  }

  @Test
  void keepsTheCaseOfNamesUnderAGivenId() {
    RegistrySchema schema = json("{'type':'object','properties':{'c1':{'type':'integer'}}}");

    assertThat(TRANSLATOR.toColumns(schema, values.withOptions(Map.of("SCHEMA_ID", "1"))).columns())
        .containsExactly(new Column("c1", SqlTypes.BIGINT));
    assertThat(TRANSLATOR.toColumns(schema, keys).columns())
        .extracting(Column::toString)
        .containsExactly("`ROWKEY` STRUCT<`C1` BIGINT>");
    assertThat(TRANSLATOR.toColumns(schema, values.bare()).columns())
        .extracting(Column::toString)
        .containsExactly("`ROWVAL` STRUCT<`C1` BIGINT>");
    InferredSchema single = TRANSLATOR.toColumns(json("{'type':'integer'}"), values);
    assertThat(single.columns()).containsExactly(new Column("ROWVAL", SqlTypes.BIGINT));
    assertThat(single.record()).isFalse();
  }

  @Test
  void picksThePartOfThatName() {
    RegistrySchema schema =
        json(
            "{'oneOf':[{'title':'a.A','type':'object','properties':{'x':{'type':'integer'}}},"
                + "{'$ref':'#/definitions/B'}],"
                + "'definitions':{'B':{'type':'object','properties':{'y':{'type':'string'}}}}}");

    assertThat(named(schema, "a.A")).containsExactly(new Column("X", SqlTypes.BIGINT));
    assertThat(named(schema, "B")).containsExactly(new Column("Y", SqlTypes.STRING));
    assertThatThrownBy(() -> named(schema, "c.C")).hasMessageContaining("c.C");
  }

  private List<Column> named(RegistrySchema schema, String name) {
    return TRANSLATOR
        .toColumns(schema, values.withOptions(Map.of("SCHEMA_FULL_NAME", name)))
        .columns();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "[1",
        "true",
        "{'type':'object'}",
        "{'$ref':'#/definitions/none'}",
        "{'$ref':'other.json'}",
        "{'type':'object','properties':{'t':{'$ref':'#'}}}",
        "{'type':'array','items':{'$ref':'#'}}"
      })
  void refusesASchemaWithoutColumns(String schema) {
    assertThatThrownBy(() -> TRANSLATOR.toColumns(json(schema), values))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("t-value");
  }

  @Test
  void refusesReferencesThatMakeTooMuchOfLittle() {
    StringBuilder schema = new StringBuilder("{'$ref':'#/definitions/d0','definitions':{");
    for (int i = 0; i < 40; i++) {
      schema.append(
          "'d%d':{'type':'object','properties':{'a':{'$ref':'#/definitions/d%d'},'b':{'$ref':'#/definitions/d%d'}}},"
              .formatted(i, i + 1, i + 1));
    }
    schema.append("'d40':{'type':'string'}}}");

    assertThatThrownBy(() -> TRANSLATOR.toColumns(json(schema.toString()), values))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("too much");
  }

  private static void assertSchema(List<Column> columns, FormatContext context, String expected)
      throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();

    assertThat(mapper.readTree(TRANSLATOR.toSchema(columns, context).text()))
        .isEqualTo(mapper.readTree(expected.replace('\'', '"')));
  }

  private static RegistrySchema json(String text) {
    return RegistrySchema.of(RegistrySchema.Type.JSON, text.replace('\'', '"'));
  }
}
