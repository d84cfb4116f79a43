package io.confluent.ksql.tools.datagen;

import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.tools.produce.RecordSink;
import java.time.Clock;

/** What is not in this process: files of the installation, time, Kafka, the schema registry. */
interface Outside {
  /** Where schema files are. */
  SchemaFiles schemas();

  /** The time. */
  Clock clock();

  /** The schema registry; asked only by formats that need one. */
  SchemaRegistry registry(Connection connection);

  /** The topic, connected. */
  RecordSink sink(Connection connection, String topic);
}
