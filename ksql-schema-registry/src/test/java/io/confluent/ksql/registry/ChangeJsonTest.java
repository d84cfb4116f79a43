package io.confluent.ksql.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.serde.registry.CompatibilityLevel;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistryChange;
import io.confluent.ksql.serde.registry.RegistryMode;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeJsonTest {
  private static final RegisteredSchema VERSION =
      new RegisteredSchema(
          "s",
          2,
          9,
          new RegistrySchema(
              RegistrySchema.Type.PROTOBUF,
              "syntax = \"proto3\";",
              List.of(new RegistrySchema.Reference("n", "x", 1))));

  static Stream<RegistryChange> changes() {
    return Stream.of(
        new RegistryChange.VersionSet(VERSION, false),
        new RegistryChange.VersionSet(VERSION, true),
        new RegistryChange.VersionRemoved("s", 2),
        new RegistryChange.LevelSet("", Optional.of(CompatibilityLevel.FULL_TRANSITIVE)),
        new RegistryChange.LevelSet("null", Optional.empty()),
        new RegistryChange.ModeSet("s", Optional.of(RegistryMode.READONLY)),
        new RegistryChange.ModeSet("", Optional.empty()),
        new RegistryChange.HighestId(12));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void readsWhatItWrote(RegistryChange change) {
    assertThat(ChangeJson.change(ChangeJson.key(change), ChangeJson.value(change)))
        .isEqualTo(change);
  }

  @Test
  void whatReplacesAnotherHasItsKey() {
    assertThat(ChangeJson.key(new RegistryChange.VersionRemoved("s", 2)))
        .isEqualTo(ChangeJson.key(new RegistryChange.VersionSet(VERSION, false)))
        .asString()
        .isEqualTo("{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":2,\"magic\":1}");
    assertThat(ChangeJson.value(new RegistryChange.VersionRemoved("s", 2))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{}", "{\"keytype\":\"CLEAR_SUBJECT\"}", "[]"})
  void refusesWhatItDoesNotKnow(String key) {
    assertThatThrownBy(() -> ChangeJson.change(key.getBytes(UTF_8), null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
