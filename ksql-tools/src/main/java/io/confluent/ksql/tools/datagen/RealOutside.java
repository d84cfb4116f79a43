package io.confluent.ksql.tools.datagen;

import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.serde.registry.SchemaRegistrySettings;
import io.confluent.ksql.setting.Settings;
import io.confluent.ksql.tools.produce.KafkaSink;
import io.confluent.ksql.tools.produce.RecordSink;
import java.time.Clock;

/** A running Kafka cluster and a registry behind HTTP. */
record RealOutside(SchemaFiles schemas) implements Outside {
  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public SchemaRegistry registry(Connection connection) {
    return SchemaRegistrySettings.registry(Settings.of(connection.registry())).orElseThrow();
  }

  @Override
  public RecordSink sink(Connection connection, String topic) {
    return KafkaSink.open(connection.kafka(), topic);
  }
}
