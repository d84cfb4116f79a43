package io.confluent.ksql.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.RegistrySchema.Type;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for every schema registry. */
abstract class SchemaRegistryContract {
  private static final RegistrySchema ONE = record("{\"name\":\"A\",\"type\":\"int\"}");
  private static final RegistrySchema WIDER =
      record(
          "{\"name\":\"A\",\"type\":\"int\"},"
              + "{\"name\":\"B\",\"type\":[\"null\",\"string\"],\"default\":null}");
  private static final RegistrySchema OTHER = record("{\"name\":\"Z\",\"type\":\"int\"}");

  /** An empty registry. */
  protected abstract SchemaRegistry registry();

  private static RegistrySchema record(String fields) {
    return RegistrySchema.of(
        Type.AVRO, "{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
  }

  @Test
  void givesEachSchemaOneId() {
    SchemaRegistry registry = registry();

    int id = registry.register("s", ONE);

    assertThat(id).isPositive();
    assertThat(registry.register("s", ONE)).isEqualTo(id);
    assertThat(registry.register("other", ONE)).isEqualTo(id);
    assertThat(registry.register("s", WIDER)).isNotEqualTo(id);
    assertThat(registry.versions("s")).containsExactly(1, 2);
    assertThat(registry.versions("other")).containsExactly(1);
    assertThat(registry.subjects()).containsExactly("other", "s");
  }

  @Test
  void doesNotMindBlanksBetweenTheWordsOfASchema() {
    SchemaRegistry registry = registry();

    int id = registry.register("s", ONE);

    assertThat(registry.register("s", RegistrySchema.of(Type.AVRO, ONE.text().replace(",", " , "))))
        .isEqualTo(id);
  }

  @Test
  void findsSchemas() {
    SchemaRegistry registry = registry();
    int first = registry.register("s", ONE);
    int second = registry.register("s", WIDER);

    assertThat(registry.byId(first)).contains(ONE);
    assertThat(registry.latest("s")).contains(new RegisteredSchema("s", 2, second, WIDER));
    assertThat(registry.version("s", 1)).contains(new RegisteredSchema("s", 1, first, ONE));
    assertThat(registry.lookup("s", ONE)).contains(new RegisteredSchema("s", 1, first, ONE));
  }

  @Test
  void findsNothingWhereNothingIs() {
    SchemaRegistry registry = registry();
    registry.register("s", ONE);

    assertThat(registry.byId(4711)).isEmpty();
    assertThat(registry.latest("none")).isEmpty();
    assertThat(registry.version("s", 2)).isEmpty();
    assertThat(registry.version("none", 1)).isEmpty();
    assertThat(registry.lookup("s", OTHER)).isEmpty();
    assertThat(registry.lookup("none", ONE)).isEmpty();
    assertThat(registry.versions("none")).isEmpty();
    assertThat(registry.deleteSubject("none")).isEmpty();
  }

  @Test
  void refusesASchemaThatCannotReadEarlierRecords() {
    SchemaRegistry registry = registry();
    registry.register("s", ONE);

    assertThat(registry.isCompatible("s", WIDER)).isTrue();
    assertThat(registry.isCompatible("s", OTHER)).isFalse();
    assertThat(registry.isCompatible("none", OTHER)).isTrue();
    assertThatThrownBy(() -> registry.register("s", OTHER))
        .isInstanceOfSatisfying(
            RegistryException.class,
            e -> {
              assertThat(e.code()).isEqualTo(RegistryException.INCOMPATIBLE);
              assertThat(e.status()).isEqualTo(409);
            });
    assertThat(registry.versions("s")).containsExactly(1);
  }

  @Test
  void refusesATextThatIsNoSchema() {
    SchemaRegistry registry = registry();

    for (String text : List.of("", "{", "{\"type\":\"nonsense\"}")) {
      assertThatThrownBy(() -> registry.register("s", RegistrySchema.of(Type.AVRO, text)))
          .isInstanceOfSatisfying(
              RegistryException.class,
              e -> assertThat(e.code()).isEqualTo(RegistryException.INVALID_SCHEMA));
    }
    assertThat(registry.subjects()).isEmpty();
  }

  @Test
  void keepsTheIdsOfADeletedSubject() {
    SchemaRegistry registry = registry();
    int id = registry.register("s", ONE);
    registry.register("s", WIDER);

    assertThat(registry.deleteSubject("s")).containsExactly(1, 2);

    assertThat(registry.byId(id)).contains(ONE);
    assertThat(registry.subjects()).isEmpty();
    assertThat(registry.versions("s")).isEmpty();
    assertThat(registry.latest("s")).isEmpty();
    assertThat(registry.lookup("s", ONE)).isEmpty();
    assertThat(registry.register("s", OTHER)).isNotEqualTo(id);
    assertThat(registry.versions("s")).containsExactly(3);
  }

  @Test
  void keepsSchemasOfOtherLanguages() {
    SchemaRegistry registry = registry();
    RegistrySchema json = RegistrySchema.of(Type.JSON, "{\"type\":\"object\"}");
    RegistrySchema proto = proto("message P {}");

    int id = registry.register("j", json);

    assertThat(registry.byId(id)).contains(json);
    assertThat(registry.byId(registry.register("p", proto))).contains(proto);
    assertThat(registry.isCompatible("j", json)).isTrue();
    assertThat(registry.isCompatible("j", ONE)).isFalse();
  }

  private static RegistrySchema proto(String body) {
    return RegistrySchema.of(Type.PROTOBUF, "syntax = \"proto3\";\n\n" + body + "\n");
  }

  @Test
  void knowsTheRulesOfProtobuf() {
    SchemaRegistry registry = registry();
    int id = registry.register("p", proto("message P {\n  int32 a = 1;\n}"));

    assertThat(registry.register("p", proto("message P { int32 a=1; }"))).isEqualTo(id);
    assertThat(registry.isCompatible("p", proto("message P { int64 b = 1; bool c = 2; }")))
        .isTrue();
    assertThat(registry.isCompatible("p", proto("message P { string a = 1; }"))).isFalse();
    assertThatThrownBy(() -> registry.register("p", proto("message P { string a = 1; }")))
        .isInstanceOfSatisfying(
            RegistryException.class,
            e -> assertThat(e.code()).isEqualTo(RegistryException.INCOMPATIBLE));
    for (String text : List.of("message", "message P { Q q = 1; }", "import \"q.proto\";")) {
      assertThatThrownBy(() -> registry.register("q", proto(text)))
          .isInstanceOfSatisfying(
              RegistryException.class,
              e -> assertThat(e.code()).isEqualTo(RegistryException.INVALID_SCHEMA));
    }
  }

  @Test
  void followsImportsOfProtobuf() {
    SchemaRegistry registry = registry();
    registry.register("inner", proto("message In {\n  int32 a = 1;\n}"));
    RegistrySchema outer =
        new RegistrySchema(
            Type.PROTOBUF,
            proto("import \"in.proto\";\n\nmessage Out {\n  In in = 1;\n}").text(),
            List.of(new RegistrySchema.Reference("in.proto", "inner", 1)));

    int id = registry.register("outer", outer);

    assertThat(registry.byId(id)).contains(outer);
    assertThat(registry.isCompatible("outer", outer)).isTrue();
    assertThatThrownBy(() -> registry.register("x", RegistrySchema.of(Type.PROTOBUF, outer.text())))
        .isInstanceOf(RegistryException.class);
  }

  @Test
  void followsReferences() {
    SchemaRegistry registry = registry();
    registry.register("inner", ONE);
    RegistrySchema outer =
        new RegistrySchema(
            Type.AVRO,
            "{\"type\":\"record\",\"name\":\"O\",\"fields\":[{\"name\":\"R\",\"type\":\"R\"}]}",
            List.of(new RegistrySchema.Reference("R", "inner", 1)));

    int id = registry.register("outer", outer);

    assertThat(registry.byId(id).map(RegistrySchema::references))
        .isEqualTo(Optional.of(outer.references()));
    assertThatThrownBy(() -> registry.register("x", RegistrySchema.of(Type.AVRO, outer.text())))
        .isInstanceOf(RegistryException.class);
  }

  @Test
  void takesSubjectsOfAnyName() {
    SchemaRegistry registry = registry();
    String subject = "a/b c+d%20é?x=1#-value";

    registry.register(subject, ONE);

    assertThat(registry.subjects()).containsExactly(subject);
    assertThat(registry.latest(subject).map(RegisteredSchema::subject)).contains(subject);
  }

  @Test
  void keepsJsonSchemasAndTheirReferences() {
    SchemaRegistry registry = registry();
    registry.register("address", RegistrySchema.of(Type.JSON, "{\"type\":\"string\"}"));
    RegistrySchema person =
        new RegistrySchema(
            Type.JSON,
            "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"address.json\"}}}",
            List.of(new RegistrySchema.Reference("address.json", "address", 1)));

    int id = registry.register("person", person);

    assertThat(registry.byId(id)).contains(person);
    assertThat(registry.lookup("person", person).map(RegisteredSchema::id)).contains(id);
    for (String text : List.of("", "{", "3", "{\"type\":\"nonsense\"}", person.text())) {
      assertThatThrownBy(() -> registry.register("x", RegistrySchema.of(Type.JSON, text)))
          .isInstanceOfSatisfying(
              RegistryException.class,
              e -> assertThat(e.code()).isEqualTo(RegistryException.INVALID_SCHEMA));
    }
  }

  @Test
  void refusesAJsonSchemaThatCannotReadEarlierRecords() {
    SchemaRegistry registry = registry();
    RegistrySchema whole = RegistrySchema.of(Type.JSON, "{\"type\":\"integer\"}");
    RegistrySchema any = RegistrySchema.of(Type.JSON, "{\"type\":\"number\"}");
    registry.register("s", whole);

    assertThat(registry.isCompatible("s", any)).isTrue();
    registry.register("s", any);
    assertThatThrownBy(
            () -> registry.register("s", RegistrySchema.of(Type.JSON, "{\"type\":\"string\"}")))
        .isInstanceOfSatisfying(
            RegistryException.class,
            e -> assertThat(e.code()).isEqualTo(RegistryException.INCOMPATIBLE));
  }
}
