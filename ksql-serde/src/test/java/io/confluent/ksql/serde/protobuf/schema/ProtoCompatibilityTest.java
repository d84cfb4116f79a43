package io.confluent.ksql.serde.protobuf.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtoCompatibilityTest {
  private static List<String> conflicts(String before, String after) {
    return ProtoCompatibility.conflicts(parse(after), parse(before));
  }

  private static FileDescriptor parse(String body) {
    return ProtoText.parse("syntax = \"proto3\";\n" + body, name -> Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "message A { int32 a = 1; }, message A { int32 a = 1; string b = 2; }",
    "message A { int32 a = 1; string b = 2; }, message A { int32 a = 1; }",
    "message A { int32 a = 1; }, message A { int32 renamed = 1; }",
    "message A { int32 a = 1; }, message A { uint64 a = 1; }",
    "message A { int32 a = 1; }, message A { bool a = 1; }",
    "message A { string a = 1; }, message A { bytes a = 1; }",
    "message A { string a = 1; }, message A { repeated string a = 1; }",
    "message A { int32 a = 1; }, message A { oneof x { int32 a = 1; } }",
    "message A { int32 a = 1; }, message A { optional int32 a = 1; }",
    "message A { E a = 1; enum E { X = 0; } }, message A { E a = 1; enum E { X = 0; Y = 1; } }",
    "message A { A a = 1; }, message A { A a = 1; int32 b = 2; }",
    "message A { int32 a = 1; }, message A { int32 a = 1; } message B {}",
  })
  void understands(String before, String after) {
    assertThat(conflicts(before, after)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "message A { int32 a = 1; }, message A { string a = 1; }, A.a",
    "message A { int32 a = 1; }, message A { sint32 a = 1; }, sint32",
    "message A { int32 a = 1; }, message A { fixed32 a = 1; }, fixed32",
    "message A { int32 a = 1; }, message A { repeated int32 a = 1; }, repeated",
    "message A { int32 a = 1; }, message B { int32 a = 1; }, message A",
    "package p; message A {}, package q; message A {}, package",
    "message A { B a = 1; message B { int32 b = 1; } },"
        + " message A { B a = 1; message B { string b = 1; } }, A.B.b",
    "message A { B a = 1; } message B {} message C {},"
        + " message A { C a = 1; } message B {} message C {}, type C",
    "message A { map<string~ int32> a = 1; }, message A { map<string~ string> a = 1; }, value",
    "message A { oneof x { int32 a = 1; string b = 2; } }, message A { oneof x { int32 a = 1; } },"
        + " A.b",
    "message A { int32 a = 1; string b = 2; },"
        + " message A { oneof x { int32 a = 1; string b = 2; } }, oneof x",
    "message A { int32 a = 1; oneof x { string b = 2; } },"
        + " message A { oneof x { int32 a = 1; string b = 2; } }, oneof x",
  })
  void doesNotUnderstand(String before, String after, String word) {
    assertThat(conflicts(before.replace('~', ','), after.replace('~', ',')))
        .singleElement()
        .asString()
        .contains(word);
  }

  @Test
  void asksForRequiredFields() {
    String without = "message A { optional int32 a = 1; }";
    String with = "message A { optional int32 a = 1; required int32 b = 2; }";

    assertThat(
            ProtoCompatibility.conflicts(
                ProtoText.parse(with, name -> Optional.empty()),
                ProtoText.parse(without, name -> Optional.empty())))
        .singleElement()
        .asString()
        .contains("A.b", "required");
  }
}
