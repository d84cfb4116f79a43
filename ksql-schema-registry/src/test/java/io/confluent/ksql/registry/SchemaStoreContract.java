package io.confluent.ksql.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.serde.registry.CompatibilityLevel;
import io.confluent.ksql.serde.registry.Deletion;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistryChange;
import io.confluent.ksql.serde.registry.RegistryMode;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.RegistrySchema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for every store of schemas. */
abstract class SchemaStoreContract {
  private static final RegistrySchema TEXT = RegistrySchema.of(Type.AVRO, "\"string\"");
  private static final RegistrySchema NUMBER = RegistrySchema.of(Type.AVRO, "\"long\"");
  private static final RegistrySchema REFERRING =
      new RegistrySchema(
          Type.AVRO,
          "{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}",
          List.of(new RegistrySchema.Reference("x", "a", 1)));

  /** A store that holds nothing yet. */
  protected abstract SchemaStore open();

  /** A store that holds what another one held, which is closed already. */
  protected abstract SchemaStore reopen(SchemaStore closed);

  @Test
  void aNewStoreIsEmpty() {
    try (SchemaStore store = open()) {
      assertThat(replayed(store)).isEmpty();
    }
  }

  @Test
  void bringsARegistryBack() {
    SchemaStore store = open();
    InMemorySchemaRegistry before = started(store);
    int first = before.register("a", TEXT);
    before.setLevel("a", Optional.of(CompatibilityLevel.NONE));
    before.setLevel("", Optional.of(CompatibilityLevel.FULL));
    int second = before.register("a", NUMBER);
    before.register("gone", TEXT);
    before.deleteSubject("gone");
    before.register("r", REFERRING);
    before.setMode("r", Optional.of(RegistryMode.READONLY));
    store.close();

    try (SchemaStore again = reopen(store)) {
      InMemorySchemaRegistry after = started(again);

      assertThat(after.subjects()).containsExactly("a", "r");
      assertThat(after.subjectsWithDeleted()).containsExactly("a", "gone", "r");
      assertThat(after.byId(first)).contains(TEXT);
      assertThat(after.latest("a").orElseThrow().id()).isEqualTo(second);
      assertThat(after.latest("r").orElseThrow().schema()).isEqualTo(REFERRING);
      assertThat(after.level("a")).contains(CompatibilityLevel.NONE);
      assertThat(after.level()).isEqualTo(CompatibilityLevel.FULL);
      assertThat(after.mode("r")).contains(RegistryMode.READONLY);
      assertThat(after.register("b", RegistrySchema.of(Type.JSON, "{}"))).isGreaterThan(second);
    }
  }

  @Test
  void doesNotGiveAnIdAgainAfterItsSchemaIsGone() {
    SchemaStore store = open();
    InMemorySchemaRegistry before = started(store);
    before.register("a", TEXT);
    int last = before.register("b", NUMBER);
    before.deleteSubject("b");
    before.delete("b", List.of(1), Deletion.PERMANENT);
    before.setLevel("a", Optional.of(CompatibilityLevel.FULL));
    before.setLevel("a", Optional.empty());
    store.close();

    try (SchemaStore again = reopen(store)) {
      InMemorySchemaRegistry after = started(again);

      assertThat(after.byId(last)).isEmpty();
      assertThat(after.subjectsWithDeleted()).containsExactly("a");
      assertThat(after.level("a")).isEmpty();
      assertThat(after.register("b", NUMBER)).isGreaterThan(last);
    }
  }

  protected static InMemorySchemaRegistry started(SchemaStore store) {
    InMemorySchemaRegistry registry = new InMemorySchemaRegistry(store::append);
    store.replay(registry::restore);
    return registry;
  }

  protected static List<RegistryChange> replayed(SchemaStore store) {
    List<RegistryChange> changes = new ArrayList<>();
    store.replay(changes::add);
    return changes;
  }
}
