package io.confluent.ksql.serde.protobuf.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtoTextTest {
  private static FileDescriptor parse(String text) {
    return ProtoText.parse(text, name -> Optional.empty());
  }

  @Test
  void linksNamesAndImports() {
    Map<String, String> files =
        Map.of(
            "b.proto", "syntax = \"proto3\"; package b; import public \"c.proto\";",
            "c.proto", "syntax = \"proto3\"; package c; message C { enum E { X = 0; } }");

    Descriptor message =
        ProtoText.parse(
                """
                syntax = "proto3";
                package a;
                import "b.proto";
                import "google/protobuf/any.proto";
                message A {
                  c.C.E e = 1;
                  google.protobuf.Any any = 2;
                  map<string, A> more = 3;
                  optional bool sure = 4;
                }
                """,
                name -> Optional.ofNullable(files.get(name)))
            .findMessageTypeByName("A");

    assertThat(message.findFieldByName("e").getEnumType().getFullName()).isEqualTo("c.C.E");
    assertThat(message.findFieldByName("more").isMapField()).isTrue();
    assertThat(message.findFieldByName("sure").hasPresence()).isTrue();
    assertThat(message.getRealOneofs()).isEmpty();
  }

  @Test
  void keepsParametersOfFields() {
    Descriptor message =
        parse(
                """
                syntax = "proto3";
                import "confluent/meta.proto";
                message A {
                  bytes a = 1 [(confluent.field_meta) = {params: [{key: "scale", value: "3"}]}];
                  bytes b = 2 [(confluent.field_meta).params = {key: "scale", value: "4"}];
                }
                """)
            .findMessageTypeByName("A");

    assertThat(FieldMeta.parameter(message.findFieldByName("a"), "scale")).contains("3");
    assertThat(FieldMeta.parameter(message.findFieldByName("b"), "scale")).contains("4");
    assertThat(FieldMeta.parameter(message.findFieldByName("a"), "other")).isEmpty();
  }

  @Test
  void textsThatDifferInLayoutAreTheSame() {
    String one = "syntax=\"proto3\";message A{int32 a=1;message B{}repeated B b=2;}";
    String other =
        """
        syntax = "proto3";

        message A {

          int32 a = 1;

          repeated B b = 2;

          message B {
          }
        }
        """;

    assertThat(ProtoText.canonical(one)).isEqualTo(ProtoText.canonical(other));
    assertThat(ProtoText.canonical(ProtoText.canonical(one)))
        .isEqualTo(
            """
            syntax = "proto3";

            message A {
              int32 a = 1;
              repeated B b = 2;
              message B {}
            }
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | empty",
        "nonsense | 1:1",
        "message A { int32 a = 1 | a",
        "syntax = \"proto3\"; message A { int32 a = 1; int32 b = 1; } | already been used",
        "syntax = \"proto3\"; message A { Missing a = 1; } | Missing",
        "syntax = \"proto3\"; import \"x.proto\"; message A {} | x.proto",
        "message A { optional group G = 1 { optional int32 a = 1; } } | group G",
        "syntax = \"proto3\"; message A { enum E {} } | E",
        "edition = \"2023\"; message A {} | edition",
      })
  void refusesWhatIsNoSchema(String text, String word) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(ProtoSchemaException.class)
        .hasMessageContaining(word);
  }

  @Test
  void refusesTextsMadeToExhaustIt() {
    assertThatThrownBy(() -> parse("message A { ".repeat(100_000)))
        .isInstanceOf(ProtoSchemaException.class);
    assertThatThrownBy(
            () ->
                ProtoText.parse("import \"a.proto\";", name -> Optional.of("import \"a.proto\";")))
        .isInstanceOf(ProtoSchemaException.class)
        .hasMessageContaining("a.proto");
  }
}
