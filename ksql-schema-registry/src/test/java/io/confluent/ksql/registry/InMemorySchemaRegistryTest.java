package io.confluent.ksql.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.serde.registry.CompatibilityLevel;
import io.confluent.ksql.serde.registry.Deletion;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistryMode;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.RegistrySchema.Type;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InMemorySchemaRegistryTest extends SchemaRegistryContract {
  private static final RegistrySchema A = fields("A");
  private static final RegistrySchema A_B = fields("A", "B");

  @Override
  protected SchemaRegistry registry() {
    return new InMemorySchemaRegistry();
  }

  /** A record of optional fields; those named with a plus have no default. */
  private static RegistrySchema fields(String... names) {
    StringBuilder text = new StringBuilder("{\"type\":\"record\",\"name\":\"R\",\"fields\":[");
    for (int i = 0; i < names.length; i++) {
      boolean required = names[i].startsWith("+");
      text.append(i == 0 ? "" : ",").append("{\"name\":\"").append(names[i].replace("+", ""));
      text.append(
          required ? "\",\"type\":\"int\"}" : "\",\"type\":[\"null\",\"int\"],\"default\":null}");
    }
    return RegistrySchema.of(Type.AVRO, text + "]}");
  }

  @ParameterizedTest
  @CsvSource({
    // level, first version, second version, candidate, accepted
    "BACKWARD, A, A, 'A,+N', false",
    "BACKWARD, 'A,+O', 'A,+O', A, true",
    "FORWARD, A, A, 'A,+N', true",
    "FORWARD, 'A,+O', 'A,+O', A, false",
    "FULL, A, A, 'A,B', true",
    "FULL, A, A, 'A,+N', false",
    "FULL, 'A,+O', 'A,+O', A, false",
    "NONE, A, A, '+Z', true",
    "BACKWARD, A, 'A,+N', '+N', true",
    "BACKWARD_TRANSITIVE, A, 'A,+N', '+N', false",
    "FORWARD, '+O', A, A, true",
    "FORWARD_TRANSITIVE, '+O', 'A', 'B', false",
    "FORWARD, '+O', 'A', 'B', true",
    "FULL_TRANSITIVE, '+O', 'A', 'B', false"
  })
  void checksByLevel(
      CompatibilityLevel level, String first, String second, String next, boolean accepted) {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    registry.setLevel("s", Optional.of(CompatibilityLevel.NONE));
    registry.register("s", fields(first.split(",")));
    registry.register("s", fields(second.split(",")));
    registry.setLevel("s", Optional.of(level));

    assertThat(registry.isCompatible("s", fields(next.split(",")))).isEqualTo(accepted);
  }

  @Test
  void takesTheLevelOfAllWhereASubjectHasNone() {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    registry.register("s", A);
    RegistrySchema other = fields("+Z");

    assertThat(registry.level()).isEqualTo(CompatibilityLevel.BACKWARD);
    assertThat(registry.isCompatible("s", other)).isFalse();
    registry.setLevel("", Optional.of(CompatibilityLevel.NONE));
    assertThat(registry.isCompatible("s", other)).isTrue();
    registry.setLevel("s", Optional.of(CompatibilityLevel.FULL));
    assertThat(registry.isCompatible("s", other)).isFalse();
    registry.setLevel("s", Optional.empty());
    assertThat(registry.isCompatible("s", other)).isTrue();
  }

  @Test
  void changesNothingWhileReadOnly() {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    registry.register("s", A);
    registry.setMode("", Optional.of(RegistryMode.READONLY));

    assertThatThrownBy(() -> registry.register("s", A_B)).hasMessageContaining("READONLY");
    assertThatThrownBy(() -> registry.deleteSubject("s")).hasMessageContaining("READONLY");
    registry.setMode("s", Optional.of(RegistryMode.READWRITE));
    assertThat(registry.register("s", A_B)).isEqualTo(2);
  }

  @Test
  void deletesForGoodOnlyWhatWasDeletedSoftly() {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    int id = registry.register("s", A);

    assertThatThrownBy(() -> registry.delete("s", List.of(1), Deletion.PERMANENT))
        .isInstanceOf(RegistryException.class);
    registry.deleteSubject("s");
    registry.delete("s", List.of(1), Deletion.PERMANENT);

    assertThat(registry.byId(id)).isEmpty();
    assertThat(registry.subjectsWithDeleted()).isEmpty();
    assertThat(registry.register("s", A)).isNotEqualTo(id);
  }

  @Test
  void aChangeThatIsNotRecordedDoesNotHappen() {
    InMemorySchemaRegistry registry =
        new InMemorySchemaRegistry(
            change -> {
              throw new RegistryException(50001, "full");
            });

    assertThatThrownBy(() -> registry.register("s", A)).hasMessage("full");
    assertThat(registry.subjects()).isEmpty();
    assertThat(registry.byId(1)).isEmpty();
  }

  @Test
  void deletesNothingThatOthersReferTo() {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    registry.register("inner", A);
    RegistrySchema outer =
        new RegistrySchema(
            Type.AVRO,
            "{\"type\":\"record\",\"name\":\"O\",\"fields\":[{\"name\":\"R\",\"type\":\"R\"}]}",
            List.of(new RegistrySchema.Reference("R", "inner", 1)));
    int id = registry.register("outer", outer);

    assertThat(registry.referringTo(registry.version("inner", 1).orElseThrow()))
        .containsExactly(id);
    assertThatThrownBy(() -> registry.deleteSubject("inner"))
        .isInstanceOfSatisfying(
            RegistryException.class, e -> assertThat(e.code()).isEqualTo(42206));
    assertThat(registry.versions("inner")).containsExactly(1);
    registry.deleteSubject("outer");
    assertThat(registry.deleteSubject("inner")).containsExactly(1);
  }

  @Test
  void takesOverSchemasWithTheirIdsInTheModeForIt() {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    assertThatThrownBy(() -> registry.takeOver("s", A, 77, OptionalInt.empty()))
        .hasMessageContaining("IMPORT");
    registry.setMode("s", Optional.of(RegistryMode.IMPORT));
    assertThat(registry.takeOver("s", A, 77, OptionalInt.of(5))).isEqualTo(77);
    assertThat(registry.versions("s")).containsExactly(5);
    assertThatThrownBy(() -> registry.register("s", A_B)).hasMessageContaining("IMPORT");
    assertThatThrownBy(() -> registry.takeOver("s", A_B, 77, OptionalInt.empty()))
        .hasMessageContaining("77");
    assertThatThrownBy(() -> registry.setMode("", Optional.of(RegistryMode.IMPORT)))
        .isInstanceOf(RegistryException.class);
    registry.setMode("s", Optional.empty());
    assertThat(registry.register("s", A_B)).isEqualTo(78);
  }

  @Test
  void changesNothingUnderAModeThatOverrides() {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    registry.setMode("s", Optional.of(RegistryMode.READWRITE));
    registry.setMode("", Optional.of(RegistryMode.READONLY_OVERRIDE));

    assertThatThrownBy(() -> registry.register("s", A)).hasMessageContaining("READONLY_OVERRIDE");
  }

  @Test
  void knowsSchemasThatMeanTheSame() {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    RegistrySchema one = RegistrySchema.of(Type.JSON, "{\"type\":\"string\",\"minLength\":1}");
    RegistrySchema other = RegistrySchema.of(Type.JSON, "{\"minLength\":1, \"type\":\"string\"}");

    assertThat(registry.normalized(one)).isEqualTo(registry.normalized(other));
    assertThat(registry.register("a", one)).isNotEqualTo(registry.register("b", other));
  }
}
