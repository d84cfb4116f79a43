package io.confluent.ksql.planner;

import io.confluent.ksql.diagnostic.ErrorCode;
import org.junit.jupiter.api.Test;

/** Errors that SQL test files cannot provoke, since they always have topics and a registry. */
final class ErrorsOfSurroundingsTest {
  private final PlanningScript script =
      new PlanningScript()
          .topic("s", 1)
          .run("CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');");

  @Test
  void aFormatWithSchemasNeedsARegistry() {
    script
        .withoutRegistry()
        .assertError(
            "CREATE STREAM z (a INT) WITH (kafka_topic='s', «value_format='AVRO'»);",
            ErrorCode.SCHEMA_REGISTRY_MISSING,
            "ksql.schema.registry.url");
  }

  @Test
  void aTopicIsThereOrMade() {
    script.assertError(
        "CREATE STREAM z (a INT) WITH («kafka_topic='z'», value_format='JSON');",
        ErrorCode.TOPIC_NOT_FOUND,
        "PARTITIONS = 1");
  }

  @Test
  void aStarStandsAloneInAQueryThatFollowsAnother() {
    script
        .run("CREATE STREAM o AS SELECT * FROM s;")
        .set("ksql.query.push.v2.enabled", "true")
        .assertError(
            "SELECT «*», a + 1 AS b FROM o EMIT CHANGES;",
            ErrorCode.INVALID_PROJECTION,
            "Name the columns");
  }
}
