package io.confluent.ksql.serde.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class AvroTranslatorTest {
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final FormatContext values = FormatContext.of("t", Side.VALUE).withRegistry(registry);

  @Test
  void namesTheSchemaOfAValue() {
    SqlType map = SqlTypes.map(SqlTypes.STRING, SqlTypes.INTEGER);
    SqlType struct = SqlTypes.struct().field("X", SqlTypes.decimal(4, 2)).build();

    String text =
        schemaText(
            List.of(
                new Column("ID", SqlTypes.BIGINT),
                new Column("M1", map),
                new Column("M2", map),
                new Column("S", SqlTypes.array(struct))),
            values);

    Schema schema = new Schema.Parser().parse(text);
    assertThat(schema.getFullName())
        .isEqualTo("io.confluent.ksql.avro_schemas.KsqlDataSourceSchema");
    assertThat(text)
        .contains("{\"name\":\"ID\",\"type\":[\"null\",\"long\"],\"default\":null}")
        .contains("\"name\":\"KsqlDataSourceSchema_M1\"")
        .contains("\"name\":\"KsqlDataSourceSchema_M2\"")
        .contains("\"name\":\"KsqlDataSourceSchema_S\"")
        .contains("\"connect.internal.type\":\"MapEntry\"")
        .contains("\"logicalType\":\"decimal\"")
        .contains("\"connect.name\":\"org.apache.kafka.connect.data.Decimal\"")
        .contains("\"connect.decimal.precision\":\"4\"");
  }

  @Test
  void namesTheSchemaOfAKey() {
    List<Column> columns =
        List.of(new Column("A", SqlTypes.STRING), new Column("B", SqlTypes.INTEGER));
    FormatContext key = FormatContext.of("t", Side.KEY).withRegistry(registry);

    assertThat(schemaText(columns.subList(0, 1), key)).isEqualTo("\"string\"");
    assertThat(schemaText(columns, key.withOptions(Map.of("SCHEMA_FULL_NAME", "com.example.Pair"))))
        .contains("\"name\":\"Pair\",\"namespace\":\"com.example\"")
        .contains("\"connect.name\":\"com.example.Pair\"");
  }

  @Test
  void takesColumnsFromASchema() {
    RegistrySchema schema =
        avro(
            """
            {"type":"record","name":"R","fields":[
              {"name":"id","type":"long"},
              {"name":"day","type":["null",{"type":"int","logicalType":"date"}]},
              {"name":"big","type":{"type":"bytes","connect.name":"org.apache.kafka.connect.data.Decimal",
                "connect.parameters":{"scale":"3"}}},
              {"name":"tags","type":{"type":"map","values":"float"}},
              {"name":"choice","type":["null","string",{"type":"record","name":"Box","fields":[
                {"name":"w","type":"int"}]}]},
              {"name":"nothing","type":"null"}]}
            """);

    var inferred = AvroTranslator.INSTANCE.toColumns(schema, values);

    assertThat(inferred.columns())
        .extracting(Column::toString)
        .containsExactly(
            "`ID` BIGINT",
            "`DAY` DATE",
            "`BIG` DECIMAL(64, 3)",
            "`TAGS` MAP<STRING, DOUBLE>",
            "`CHOICE` STRUCT<`STRING` STRING, `BOX` STRUCT<`W` INTEGER>>");
    assertThat(inferred.dropped()).containsExactly("The field nothing is always null.");
    assertThat(inferred.record()).isTrue();
  }

  @Test
  void refusesATypeThatContainsItself() {
    RegistrySchema schema =
        avro(
            """
            {"type":"record","name":"n.Tree","fields":[
              {"name":"id","type":"int"},
              {"name":"children","type":{"type":"array","items":"n.Tree"}}]}
            """);

    assertThatThrownBy(() -> AvroTranslator.INSTANCE.toColumns(schema, values))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("n.Tree contains itself")
        .hasMessageContaining("children[]");
  }

  @Test
  void takesAWholeRecordForOneColumnWhereValuesAreNotWrapped() {
    RegistrySchema schema =
        avro(
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"id\",\"type\":\"long\"}]}");

    assertThat(AvroTranslator.INSTANCE.toColumns(schema, values.bare()).columns())
        .extracting(Column::toString)
        .containsExactly("`ROWVAL` STRUCT<`ID` BIGINT>");
  }

  @Test
  void keepsTheCaseOfNamesUnderAGivenId() {
    RegistrySchema schema =
        avro(
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"id\",\"type\":\"long\"}]}");

    assertThat(
            AvroTranslator.INSTANCE
                .toColumns(schema, values.withOptions(Map.of("SCHEMA_ID", "1")))
                .columns())
        .containsExactly(new Column("id", SqlTypes.BIGINT));
    assertThat(
            AvroTranslator.INSTANCE
                .toColumns(schema, FormatContext.of("t", Side.KEY).withRegistry(registry))
                .columns())
        .extracting(Column::toString)
        .containsExactly("`ROWKEY` STRUCT<`ID` BIGINT>");
    assertThat(AvroTranslator.INSTANCE.toColumns(avro("\"int\""), values).columns())
        .containsExactly(new Column("ROWVAL", SqlTypes.INTEGER));
  }

  @Test
  void picksTheRecordByItsName() {
    RegistrySchema schema =
        avro(
            """
            [{"type":"record","name":"a.A","fields":[{"name":"x","type":"int"}]},
             {"type":"record","name":"b.B","fields":[{"name":"y","type":"string"}]}]
            """);

    assertThat(
            AvroTranslator.INSTANCE
                .toColumns(schema, values.withOptions(Map.of("SCHEMA_FULL_NAME", "b.B")))
                .columns())
        .containsExactly(new Column("Y", SqlTypes.STRING));
    assertThatThrownBy(
            () ->
                AvroTranslator.INSTANCE.toColumns(
                    schema, values.withOptions(Map.of("SCHEMA_FULL_NAME", "c.C"))))
        .hasMessageContaining("c.C");
  }

  @Test
  void whatItWritesBecomesTheSameColumns() {
    SqlType deep =
        SqlTypes.array(
            SqlTypes.map(
                SqlTypes.STRING, SqlTypes.struct().field("X", SqlTypes.TIMESTAMP).build()));
    List<Column> columns =
        List.of(
            new Column("A", deep),
            new Column("B", SqlTypes.decimal(5, 5)),
            new Column("C", SqlTypes.TIME));

    assertThat(
            AvroTranslator.INSTANCE
                .toColumns(AvroTranslator.INSTANCE.toSchema(columns, values), values)
                .columns())
        .isEqualTo(columns);
  }

  @Test
  void refusesNestedTypesOfTheSameName() {
    SqlType c = SqlTypes.struct().field("X", SqlTypes.INTEGER).build();
    SqlType other = SqlTypes.struct().field("Y", SqlTypes.INTEGER).build();
    List<Column> columns =
        List.of(
            new Column("A", SqlTypes.struct().field("B_C", c).build()),
            new Column("A_B", SqlTypes.struct().field("C", other).build()));

    assertThatThrownBy(() -> schemaText(columns, values))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("KsqlDataSourceSchema_A_B_C");
  }

  private static String schemaText(List<Column> columns, FormatContext context) {
    return AvroTranslator.INSTANCE.toSchema(columns, context).text();
  }

  private static RegistrySchema avro(String text) {
    return RegistrySchema.of(RegistrySchema.Type.AVRO, text);
  }
}
