package io.confluent.ksql.serde.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.StringValue;
import com.google.protobuf.UnknownFieldSet;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.FormatContract;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.protobuf.schema.ProtoText;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.value.StructValue;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtobufFormatTest extends FormatContract {
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private int topics;

  @Override
  protected Format format() {
    return new ProtobufFormat();
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

  @Override
  protected FormatContext context() {
    // A topic of its own for each row, or the schemas would have to be compatible.
    return FormatContext.of(TOPIC + topics++, Side.VALUE).withRegistry(registry);
  }

  private int register(String subject, String text) {
    return registry.register(subject, RegistrySchema.of(RegistrySchema.Type.PROTOBUF, text));
  }

  private static FileDescriptor parsed(String text) {
    return ProtoText.parse(text, name -> Optional.empty());
  }

  private static byte[] framed(int id, int[] indexes, byte[] message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(WireFormat.prefix(id));
    for (int index : indexes) {
      bytes.write(index << 1);
    }
    bytes.writeBytes(message);
    return bytes.toByteArray();
  }

  private Object[] read(List<Column> columns, byte[] bytes) {
    return format().decoder(columns, context()).decode(bytes);
  }

  @Test
  void readsWhatAnotherSchemaWrote() {
    String text =
        """
        syntax = "proto3";
        message Row {
          uint32 u = 1;
          sint64 s = 2;
          fixed32 f = 3;
          float r = 4;
          Colour c = 5;
          repeated int32 spread = 6 [packed = false];
          map<string, Part> parts = 7;
          oneof choice { string left = 8; int32 right = 9; }
          optional int64 maybe = 10;
          Row itself = 11;
          enum Colour { RED = 0; BLUE = 1; }
          message Part { bool on = 1; }
        }
        """;
    Descriptor row = parsed(text).findMessageTypeByName("Row");
    Descriptor part = row.findNestedTypeByName("Part");
    Descriptor entry = row.findFieldByName("parts").getMessageType();
    DynamicMessage message =
        DynamicMessage.newBuilder(row)
            .setField(row.findFieldByName("u"), -1)
            .setField(row.findFieldByName("s"), -3L)
            .setField(row.findFieldByName("f"), 7)
            .setField(row.findFieldByName("r"), 1.5f)
            .setField(
                row.findFieldByName("c"), row.findEnumTypeByName("Colour").findValueByNumber(1))
            .addRepeatedField(row.findFieldByName("spread"), 4)
            .addRepeatedField(row.findFieldByName("spread"), 5)
            .addRepeatedField(
                row.findFieldByName("parts"),
                DynamicMessage.newBuilder(entry)
                    .setField(entry.findFieldByName("key"), "k")
                    .setField(
                        entry.findFieldByName("value"),
                        DynamicMessage.newBuilder(part)
                            .setField(part.findFieldByName("on"), true)
                            .build())
                    .build())
            .setField(row.findFieldByName("right"), 6)
            .setField(row.findFieldByName("itself"), DynamicMessage.getDefaultInstance(row))
            .build();
    SqlStruct on = SqlTypes.struct().field("ON", SqlTypes.BOOLEAN).build();
    SqlStruct choice =
        SqlTypes.struct().field("LEFT", SqlTypes.STRING).field("RIGHT", SqlTypes.INTEGER).build();
    List<Column> columns =
        List.of(
            new Column("U", SqlTypes.BIGINT),
            new Column("S", SqlTypes.BIGINT),
            new Column("F", SqlTypes.STRING),
            new Column("R", SqlTypes.DOUBLE),
            new Column("C", SqlTypes.STRING),
            new Column("SPREAD", SqlTypes.array(SqlTypes.BIGINT)),
            new Column("PARTS", SqlTypes.map(SqlTypes.STRING, on)),
            new Column("CHOICE_0", choice),
            new Column("MAYBE", SqlTypes.BIGINT),
            new Column("MISSING", SqlTypes.INTEGER));

    assertThat(read(columns, framed(register("a", text), new int[] {0}, message.toByteArray())))
        .containsExactly(
            4294967295L,
            -3L,
            "7",
            1.5,
            "BLUE",
            List.of(4L, 5L),
            Map.of("k", new StructValue(on, true)),
            new StructValue(choice, null, 6),
            null,
            null);
  }

  @Test
  void readsPackedAndSingleValuesMixed() {
    int id = register("a", "syntax = \"proto3\"; message Row { repeated int32 a = 1; }");
    byte[] message = {0x08, 1, 0x0A, 2, 2, 3, 0x08, 4};

    assertThat(
            read(
                List.of(new Column("A", SqlTypes.array(SqlTypes.INTEGER))),
                framed(id, new int[] {0}, message)))
        .containsExactly(List.of(1, 2, 3, 4));
  }

  @Test
  void findsTheMessageByItsPlaceInTheSchema() {
    int id =
        register(
            "a",
            """
            syntax = "proto3";
            message A { int32 x = 1; }
            message B { int32 x = 2; message C { string y = 1; } }
            """);
    List<Column> columns =
        List.of(new Column("X", SqlTypes.INTEGER), new Column("Y", SqlTypes.STRING));
    RowDecoder decoder = format().decoder(columns, context());

    assertThat(decoder.decode(framed(id, new int[] {0}, new byte[] {8, 5})))
        .containsExactly(5, null);
    assertThat(decoder.decode(framed(id, new int[] {1, 1}, new byte[] {16, 6})))
        .containsExactly(6, null);
    assertThat(decoder.decode(framed(id, new int[] {2, 1, 0}, new byte[] {10, 1, 'z'})))
        .containsExactly(null, "z");
    assertThatThrownBy(() -> decoder.decode(framed(id, new int[] {1, 2}, new byte[0])))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void writesAColumnOfAKeyAsAMessageAndReadsAWrapperToo() {
    FormatContext key = FormatContext.of("k", Side.KEY).withRegistry(registry);
    List<Column> columns = List.of(new Column("ID", SqlTypes.STRING));

    byte[] bytes = format().encoder(columns, key).encode(new Object[] {"x"});

    assertThat(registry.latest("k-key").orElseThrow().schema().text())
        .isEqualTo("syntax = \"proto3\";\n\nmessage ConnectDefault1 {\n  string ID = 1;\n}\n");
    assertThat(Arrays.copyOfRange(bytes, 5, bytes.length)).containsExactly(0, 10, 1, 'x');
    String wrappers =
        "syntax = \"proto3\"; package google.protobuf; message StringValue { string value = 1; }";
    int id = register("w", wrappers);
    assertThat(
            format()
                .decoder(List.of(new Column("VALUE", SqlTypes.STRING)), key)
                .decode(framed(id, new int[] {0}, StringValue.of("y").toByteArray())))
        .containsExactly("y");
  }

  @Test
  void skipsWhatIsUnknownOrOfAnotherType() {
    int id = register("a", "syntax = \"proto3\"; message Row { int32 a = 1; string b = 2; }");
    byte[] message =
        UnknownFieldSet.newBuilder()
            .addField(
                1,
                UnknownFieldSet.Field.newBuilder()
                    .addLengthDelimited(ByteString.copyFromUtf8("no number"))
                    .build())
            .addField(2, UnknownFieldSet.Field.newBuilder().addVarint(3).build())
            .addField(
                9,
                UnknownFieldSet.Field.newBuilder()
                    .addGroup(UnknownFieldSet.getDefaultInstance())
                    .addFixed64(1)
                    .build())
            .build()
            .toByteArray();

    assertThat(
            read(
                List.of(new Column("A", SqlTypes.INTEGER), new Column("B", SqlTypes.STRING)),
                framed(id, new int[] {0}, message)))
        .containsExactly(0, "");
  }

  @Test
  void givesTheDefaultsThatAnOldSchemaNames() {
    int id =
        register(
            "a",
            """
            syntax = "proto2";
            message Row {
              optional int32 a = 1 [default = 41];
              optional string b = 2;
              optional E c = 3 [default = Y];
              enum E { X = 0; Y = 1; }
            }
            """);

    assertThat(
            read(
                List.of(
                    new Column("A", SqlTypes.INTEGER),
                    new Column("B", SqlTypes.STRING),
                    new Column("C", SqlTypes.STRING)),
                framed(id, new int[] {0}, new byte[0])))
        .containsExactly(41, null, "Y");
  }

  @Test
  void saysWhereAValueIsWrong() {
    int id =
        register(
            "a",
            """
            syntax = "proto3";
            import "google/type/date.proto";
            message Row { repeated google.type.Date days = 1; }
            """);
    byte[] message = {10, 6, 8, (byte) 0xE7, 15, 16, 13, 24, 10, 0};

    assertThatThrownBy(
            () ->
                read(
                    List.of(new Column("DAYS", SqlTypes.array(SqlTypes.DATE))),
                    framed(id, new int[] {0}, Arrays.copyOf(message, 8))))
        .isInstanceOf(DecodeException.class);
    assertThatThrownBy(
            () ->
                read(
                    List.of(new Column("DAYS", SqlTypes.INTEGER)),
                    framed(id, new int[] {0}, new byte[0])))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("$.DAYS");
  }

  @Test
  void writesWithAGivenSchema() {
    int id =
        register(
            "given",
            """
            syntax = "proto3";
            message Other { int32 z = 1; }
            message Row {
              uint32 a = 7;
              Colour b = 3;
              oneof c { string d = 1; int64 e = 2; }
              int32 more = 9;
              enum Colour { RED = 0; BLUE = 1; }
            }
            """);
    SqlStruct choice =
        SqlTypes.struct().field("d", SqlTypes.STRING).field("e", SqlTypes.BIGINT).build();
    List<Column> columns =
        List.of(
            new Column("a", SqlTypes.BIGINT),
            new Column("b", SqlTypes.STRING),
            new Column("c_0", choice));
    FormatContext context =
        context().withOptions(Map.of("SCHEMA_ID", Integer.toString(id), "SCHEMA_FULL_NAME", "Row"));
    Object[] row = {4000000000L, "BLUE", new StructValue(choice, null, 5L)};

    byte[] bytes = format().encoder(columns, context).encode(row);

    assertThat(WireFormat.schemaId(bytes)).isEqualTo(id);
    assertThat(Arrays.copyOfRange(bytes, 5, 7)).containsExactly(2, 2);
    assertThat(format().decoder(columns, context).decode(bytes)).isEqualTo(row);
    assertThat(registry.subjects()).containsExactly("given");
    assertThatThrownBy(
            () -> format().encoder(columns, context).encode(new Object[] {-1L, "RED", null}))
        .isInstanceOf(EncodeException.class)
        .hasMessageContaining("a");
    assertThatThrownBy(
            () -> format().encoder(columns, context).encode(new Object[] {1L, "GREEN", null}))
        .isInstanceOf(EncodeException.class)
        .hasMessageContaining("GREEN");
    List<Column> wrong = new ArrayList<>(columns);
    wrong.add(new Column("q", SqlTypes.STRING));
    assertThatThrownBy(
            () -> format().encoder(wrong, context).encode(new Object[] {1L, "RED", null, "x"}))
        .isInstanceOf(EncodeException.class)
        .hasMessageContaining("q");
  }

  @Test
  void refusesANameThatProtobufDoesNotHave() {
    assertThatThrownBy(
            () -> format().check(List.of(new Column("1 a", SqlTypes.INTEGER)), Side.VALUE))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("1 a");
    assertThatThrownBy(() -> format().checkOptions(Map.of("SCHEMA_FULL_NAME", "a..b")))
        .isInstanceOf(DiagnosticException.class);
    assertThatThrownBy(() -> format().checkOptions(Map.of("SCHEMA_ID", "0")))
        .isInstanceOf(DiagnosticException.class);
  }

  @Test
  void needsARegistry() {
    assertThatThrownBy(
            () ->
                format()
                    .decoder(
                        columnsOf(List.of(SqlTypes.STRING)), FormatContext.of("t", Side.VALUE)))
        .hasMessageContaining("PROTOBUF");
  }
}
