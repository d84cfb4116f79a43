package io.confluent.ksql.serde.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.InferredSchema;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtobufTranslatorTest {
  private static final FormatContext VALUE = FormatContext.of("t", Side.VALUE);
  private static final FormatContext KEY = FormatContext.of("t", Side.KEY);

  private final SchemaTranslator translator = new ProtobufFormat().schemaTranslator().orElseThrow();

  private static RegistrySchema schema(String body) {
    return RegistrySchema.of(RegistrySchema.Type.PROTOBUF, "syntax = \"proto3\";\n" + body);
  }

  private String columns(String body, FormatContext context) {
    return translator.toColumns(schema(body), context).columns().toString();
  }

  @Test
  void writesEveryTypeAndReadsItBack() {
    List<Column> columns =
        List.of(
            new Column("B", SqlTypes.BOOLEAN),
            new Column("I", SqlTypes.INTEGER),
            new Column("D", SqlTypes.decimal(6, 2)),
            new Column("T", SqlTypes.TIME),
            new Column("DT", SqlTypes.DATE),
            new Column("TS", SqlTypes.TIMESTAMP),
            new Column("BY", SqlTypes.BYTES),
            new Column("A", SqlTypes.array(SqlTypes.decimal(3, 1))),
            new Column(
                "S",
                SqlTypes.struct()
                    .field("X", SqlTypes.BIGINT)
                    .field("Y", SqlTypes.map(SqlTypes.STRING, SqlTypes.array(SqlTypes.DOUBLE)))
                    .build()),
            new Column(
                "M",
                SqlTypes.map(
                    SqlTypes.STRING, SqlTypes.struct().field("Z", SqlTypes.STRING).build())));

    RegistrySchema written = translator.toSchema(columns, VALUE);

    assertThat(written.text())
        .isEqualTo(
            """
            syntax = "proto3";

            import "confluent/meta.proto";
            import "confluent/type/decimal.proto";
            import "google/protobuf/timestamp.proto";
            import "google/type/date.proto";
            import "google/type/timeofday.proto";

            message ConnectDefault1 {
              bool B = 1;
              int32 I = 2;
              confluent.type.Decimal D = 3 [(confluent.field_meta) = {
                params: [
                  {
                    key: "precision",
                    value: "6"
                  },
                  {
                    key: "scale",
                    value: "2"
                  }
                ]
              }];
              google.type.TimeOfDay T = 4;
              google.type.Date DT = 5;
              google.protobuf.Timestamp TS = 6;
              bytes BY = 7;
              repeated confluent.type.Decimal A = 8 [(confluent.field_meta) = {
                params: [
                  {
                    key: "precision",
                    value: "3"
                  },
                  {
                    key: "scale",
                    value: "1"
                  }
                ]
              }];
              ConnectDefault2 S = 9;
              repeated ConnectDefault4Entry M = 10;
              message ConnectDefault2 {
                int64 X = 1;
                repeated ConnectDefault3Entry Y = 2;
                message ConnectDefault3Entry {
                  string key = 1;
                  repeated double value = 2;
                }
              }
              message ConnectDefault4Entry {
                string key = 1;
                ConnectDefault5 value = 2;
                message ConnectDefault5 {
                  string Z = 1;
                }
              }
            }
            """);
    assertThat(translator.toColumns(written, VALUE).columns()).isEqualTo(columns);
  }

  @Test
  void writesNullableFields() {
    List<Column> columns =
        List.of(
            new Column("I", SqlTypes.INTEGER), new Column("A", SqlTypes.array(SqlTypes.STRING)));

    assertThat(
            translator
                .toSchema(
                    columns,
                    VALUE.withOptions(Map.of("PROTOBUF_NULLABLE_REPRESENTATION", "optional")))
                .text())
        .contains("  optional int32 I = 1;\n  repeated string A = 2;\n");
    RegistrySchema wrapped =
        translator.toSchema(
            columns, VALUE.withOptions(Map.of("PROTOBUF_NULLABLE_REPRESENTATION", "WRAPPER")));
    assertThat(wrapped.text())
        .contains("import \"google/protobuf/wrappers.proto\";\n")
        .contains("  google.protobuf.Int32Value I = 1;\n");
    assertThat(translator.toColumns(wrapped, VALUE).columns()).isEqualTo(columns);
  }

  @Test
  void namesTheMessageAsAsked() {
    RegistrySchema named =
        translator.toSchema(
            List.of(new Column("I", SqlTypes.INTEGER)),
            VALUE.withOptions(Map.of("SCHEMA_FULL_NAME", "org.example.Row")));

    assertThat(named.text())
        .isEqualTo(
            "syntax = \"proto3\";\n\npackage org.example;\n\nmessage Row {\n  int32 I = 1;\n}\n");
  }

  @Test
  void takesTypesOfAnotherSchema() {
    assertThat(
            columns(
                """
                import "google/protobuf/duration.proto";
                import "google/protobuf/wrappers.proto";
                message Row {
                  uint32 u = 1;
                  fixed64 f = 2;
                  float r = 3;
                  oneof pick { int32 one = 4; string two = 5; }
                  google.protobuf.Duration took = 6;
                  google.protobuf.BoolValue sure = 7;
                  map<int32, bytes> blobs = 8;
                  repeated Colour c = 9;
                  oneof other { bool three = 10; }
                  Empty nothing = 11;
                  message Empty {}
                  enum Colour { RED = 0; }
                }
                """,
                VALUE))
        .isEqualTo(
            "[`PICK_0` STRUCT<`ONE` INTEGER, `TWO` STRING>, `OTHER_1` STRUCT<`THREE` BOOLEAN>,"
                + " `U` BIGINT, `F` BIGINT, `R` DOUBLE,"
                + " `TOOK` STRUCT<`SECONDS` BIGINT, `NANOS` INTEGER>, `SURE` BOOLEAN,"
                + " `BLOBS` MAP<STRING, BYTES>, `C` ARRAY<STRING>]");
  }

  @Test
  void keepsNamesUnderAGivenId() {
    FormatContext exact = VALUE.withOptions(Map.of("SCHEMA_ID", "1"));

    assertThat(columns("message Row { Inner a = 1; message Inner { int32 b = 1; } }", exact))
        .isEqualTo("[`a` STRUCT<`b` INTEGER>]");
  }

  @Test
  void aKeyIsTheOneFieldOfItsMessage() {
    assertThat(columns("message K { int32 id = 1; }", KEY)).isEqualTo("[`ID` INTEGER]");
    assertThatThrownBy(() -> columns("message K { int32 a = 1; int32 b = 2; }", KEY))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("K");
  }

  @Test
  void choosesAmongSeveralMessages() {
    String two = "message A { int32 a = 1; } message B { int32 b = 1; message C { bool c = 1; } }";

    assertThat(columns(two, VALUE.withOptions(Map.of("SCHEMA_FULL_NAME", "B"))))
        .isEqualTo("[`B` INTEGER]");
    assertThat(columns(two, VALUE.withOptions(Map.of("SCHEMA_FULL_NAME", "B.C"))))
        .isEqualTo("[`C` BOOLEAN]");
    assertThatThrownBy(() -> columns(two, VALUE))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("A, B")
        .hasMessageContaining("SCHEMA_FULL_NAME");
    assertThatThrownBy(() -> columns(two, VALUE.withOptions(Map.of("SCHEMA_FULL_NAME", "D"))))
        .hasMessageContaining("D");
    assertThat(columns("message ConnectDefault1 { int32 a = 1; } message B {}", VALUE))
        .isEqualTo("[`A` INTEGER]");
  }

  @Test
  void followsReferences() {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    registry.register("inner", schema("package p;\nmessage In { int32 a = 1; }"));
    RegistrySchema outer =
        new RegistrySchema(
            RegistrySchema.Type.PROTOBUF,
            "syntax = \"proto3\"; import \"in.proto\"; message Out { p.In in = 1; }",
            List.of(new RegistrySchema.Reference("in.proto", "inner", 1)));

    InferredSchema inferred = translator.toColumns(outer, VALUE.withRegistry(registry));

    assertThat(inferred.columns()).hasToString("[`IN` STRUCT<`A` INTEGER>]");
    assertThatThrownBy(() -> translator.toColumns(outer, VALUE))
        .hasMessageContaining("version 1 of inner");
  }

  @Test
  void refusesWhatIsNoSchemaOrHasNoColumns() {
    for (String body :
        List.of(
            "message",
            "message A { optional group G = 1 { optional int32 a = 1; } }",
            "message A { A a = 1; }",
            "message A {}",
            "")) {
      assertThatThrownBy(() -> columns(body, VALUE))
          .isInstanceOf(DiagnosticException.class)
          .hasMessageContaining("t-value");
    }
  }
}
