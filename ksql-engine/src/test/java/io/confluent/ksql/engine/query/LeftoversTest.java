package io.confluent.ksql.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LeftoversTest {
  private static final String QUERY = "_confluent-ksql-default_query_CTAS_T_1";

  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

  @Test
  void removesSchemasOfInternalTopicsAndNoOthers() {
    Set<String> topics =
        Set.of(
            QUERY + "-Aggregate-GroupBy-repartition",
            QUERY + "-Aggregate-Aggregate-Materialize-changelog",
            QUERY + "0-Aggregate-GroupBy-repartition",
            "T",
            QUERY + "-own");
    register(QUERY + "-Aggregate-GroupBy-repartition-key");
    register(QUERY + "-Aggregate-Aggregate-Materialize-changelog-key");
    register(QUERY + "0-Aggregate-GroupBy-repartition-key");
    register("T-key");
    register(QUERY + "-own-value");

    Leftovers.removeSubjects(registry, Leftovers.internal(topics, QUERY));

    assertThat(registry.subjects())
        .containsExactlyInAnyOrder(
            QUERY + "0-Aggregate-GroupBy-repartition-key", "T-key", QUERY + "-own-value");
  }

  private void register(String subject) {
    registry.register(subject, new RegistrySchema(RegistrySchema.Type.AVRO, "\"int\"", List.of()));
  }
}
