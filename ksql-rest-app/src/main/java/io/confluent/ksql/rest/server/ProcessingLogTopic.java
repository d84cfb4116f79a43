package io.confluent.ksql.rest.server;

import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.engine.topics.Topics;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.setting.Settings;
import java.util.List;
import java.util.Map;

/** The topic of the processing log, and the stream over it. */
final class ProcessingLogTopic {
  private static final String COLUMNS =
      """
      (logger VARCHAR, level VARCHAR, time BIGINT, message STRUCT<
        type INT,
        deserializationError STRUCT<target VARCHAR, errorMessage VARCHAR, recordB64 VARCHAR,
          cause ARRAY<VARCHAR>, `topic` VARCHAR>,
        recordProcessingError STRUCT<errorMessage VARCHAR, record VARCHAR, cause ARRAY<VARCHAR>>,
        productionError STRUCT<errorMessage VARCHAR>,
        serializationError STRUCT<target VARCHAR, errorMessage VARCHAR, record VARCHAR,
          cause ARRAY<VARCHAR>, `topic` VARCHAR>,
        kafkaStreamsThreadError STRUCT<errorMessage VARCHAR, threadName VARCHAR,
          cause ARRAY<VARCHAR>>>)
      """;

  private final Settings settings;

  ProcessingLogTopic(Settings settings) {
    this.settings = settings;
  }

  String name() {
    String given = settings.get(ProcessingLogSettings.TOPIC);
    return given.isEmpty()
        ? settings.get(EngineSettings.SERVICE_ID) + "ksql_processing_log"
        : given;
  }

  /** Makes the topic, if the settings say so and there is none. */
  void create(Topics topics) {
    if (settings.get(ProcessingLogSettings.CREATE_TOPIC)
        && topics.describe(List.of(name())).isEmpty()) {
      topics.create(
          new Duty.CreateTopic(
              name(),
              Math.toIntExact(settings.get(ProcessingLogSettings.PARTITIONS)),
              settings.get(ProcessingLogSettings.REPLICAS).shortValue(),
              Map.of()));
    }
  }

  /** Makes the stream, if the settings say so and there is none. */
  void createStream(Engine engine) {
    if (!settings.get(ProcessingLogSettings.CREATE_STREAM)) {
      return;
    }
    String statement =
        "CREATE STREAM IF NOT EXISTS %s %s WITH (KAFKA_TOPIC='%s', VALUE_FORMAT='JSON', KEY_FORMAT='KAFKA');"
            .formatted(
                Names.quoted(settings.get(ProcessingLogSettings.STREAM)),
                COLUMNS,
                name().replace("'", "''"));
    for (Prepared prepared : engine.prepare(statement, Session.empty())) {
      engine.execute(prepared);
    }
  }
}
