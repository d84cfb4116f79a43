package io.confluent.ksql.cli.render;

import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.CommandStatus;
import io.confluent.ksql.rest.wire.ConnectorCreated;
import io.confluent.ksql.rest.wire.ConnectorDescribed;
import io.confluent.ksql.rest.wire.ConnectorDropped;
import io.confluent.ksql.rest.wire.ConnectorPluginsList;
import io.confluent.ksql.rest.wire.ConnectorsList;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.FieldDescription;
import io.confluent.ksql.rest.wire.FieldSchema;
import io.confluent.ksql.rest.wire.FunctionDescribed;
import io.confluent.ksql.rest.wire.FunctionKind;
import io.confluent.ksql.rest.wire.FunctionsList;
import io.confluent.ksql.rest.wire.OtherEntity;
import io.confluent.ksql.rest.wire.PropertiesList;
import io.confluent.ksql.rest.wire.QueriesList;
import io.confluent.ksql.rest.wire.QueryDescribed;
import io.confluent.ksql.rest.wire.QueryDescription;
import io.confluent.ksql.rest.wire.QueryDescriptions;
import io.confluent.ksql.rest.wire.QueryTerminated;
import io.confluent.ksql.rest.wire.RunningQuery;
import io.confluent.ksql.rest.wire.SchemaAsserted;
import io.confluent.ksql.rest.wire.SourceDescribed;
import io.confluent.ksql.rest.wire.SourceDescription;
import io.confluent.ksql.rest.wire.SourceDescriptions;
import io.confluent.ksql.rest.wire.SourceSummary;
import io.confluent.ksql.rest.wire.StreamsList;
import io.confluent.ksql.rest.wire.TablesList;
import io.confluent.ksql.rest.wire.TopicAsserted;
import io.confluent.ksql.rest.wire.TopicPartition;
import io.confluent.ksql.rest.wire.TopicsExtendedList;
import io.confluent.ksql.rest.wire.TopicsList;
import io.confluent.ksql.rest.wire.TypesList;
import io.confluent.ksql.rest.wire.VariablesList;
import io.confluent.ksql.rest.wire.WarningEntity;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** At least one answer of every kind. */
final class Samples {
  private static final RunningQuery QUERY =
      new RunningQuery(
          "CREATE STREAM ANOMALYDETECTION WITH (VALUE_FORMAT='AVRO') AS \\\n  SELECT EVENTID,"
              + " ANOMALY(SENSORINPUT) ANOMALY\n  FROM HEALTHSENSOR EMIT CHANGES;",
          List.of("ANOMALYDETECTION"),
          List.of("ANOMALYDETECTION"),
          "CSAS_ANOMALYDETECTION_3",
          Map.of("RUNNING", 2, "ERROR", 1),
          "PERSISTENT",
          Optional.of("RUNNING"));

  private static final List<FieldDescription> FIELDS =
      List.of(
          FieldDescription.key(new Column("EVENTID", SqlTypes.INTEGER)),
          FieldDescription.value(new Column("SENSORINPUT", SqlTypes.STRING)),
          FieldDescription.value(new Column("AMOUNT", SqlTypes.decimal(4, 2))),
          FieldDescription.value(
              new Column(
                  "PLACE",
                  SqlTypes.struct()
                      .field("CITY", SqlTypes.STRING)
                      .field("TAGS", SqlTypes.array(SqlTypes.STRING))
                      .build())),
          FieldDescription.header(new Column("H", SqlTypes.BYTES), Optional.of("trace")),
          FieldDescription.header(new Column("HS", SqlTypes.BYTES), Optional.empty()));

  private static final SourceDescription STREAM =
      new SourceDescription(
          "HEALTHSENSOR",
          Optional.empty(),
          List.of(QUERY),
          List.of(),
          FIELDS,
          "STREAM",
          "",
          "",
          "",
          false,
          "KAFKA",
          "DELIMITED",
          "HealthSensorInputTopic",
          0,
          0,
          "CREATE STREAM healthsensor (...);",
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private static final SourceDescription TABLE =
      new SourceDescription(
          "COUNTS",
          Optional.of("TUMBLING"),
          List.of(QUERY),
          List.of(QUERY),
          List.of(
              FieldDescription.key(new Column("ID", SqlTypes.STRING)),
              FieldDescription.value(new Column("N", SqlTypes.BIGINT))),
          "TABLE",
          "TS",
          "messages-per-sec: 0   total-messages: 12",
          "",
          true,
          "KAFKA",
          "JSON",
          "COUNTS",
          4,
          1,
          "CREATE TABLE counts AS SELECT ...;",
          List.of(
              new SourceDescription.QueryOffsets(
                  "group-1",
                  List.of(
                      new SourceDescription.TopicOffsets(
                          "in",
                          List.of(
                              new SourceDescription.PartitionOffsets(0, 0, 12, 10),
                              new SourceDescription.PartitionOffsets(1, 5, 9, 4)))))),
          List.of("HEALTHSENSOR"),
          List.of(new SourceDescription.HostCount("host:8088", "total-messages", 12, 7)),
          List.of());

  private static final QueryDescription DESCRIPTION =
      new QueryDescription(
          "CTAS_COUNTS_5",
          "CREATE TABLE counts AS SELECT id, COUNT(*) n FROM s GROUP BY id;",
          Optional.of("TUMBLING"),
          TABLE.fields(),
          List.of("S"),
          List.of("COUNTS"),
          "Topologies:\n   Sub-topology: 0\n    Source: in (topics: [s])",
          "Aggregate\n  Scan s",
          Map.of("auto.offset.reset", "earliest"),
          Map.of("host:8088", "RUNNING"),
          "PERSISTENT",
          List.of(new QueryDescription.QueryError(1543510415238L, "It broke.", "USER")),
          List.of(
              new QueryDescription.StreamsTask(
                  "0_0",
                  List.of(new QueryDescription.TaskOffset(new TopicPartition("s", 0), 12, 10)))),
          Optional.of("RUNNING"),
          Optional.of("group-1"));

  private static final String TEXT = "A STATEMENT;";

  private Samples() {}

  static List<Entity> all() {
    return List.of(
        new CommandResult(
            TEXT,
            "stream/`X`/create",
            new CommandStatus(
                CommandStatus.Status.SUCCESS,
                "Created query with ID CSAS_ANOMALYDETECTION_3\nand more",
                Optional.empty()),
            2,
            List.of()),
        new QueryTerminated(TEXT, "transient_S_1", true, List.of()),
        new QueryTerminated(TEXT, "transient_S_1", false, List.of()),
        new WarningEntity(TEXT, "Source A does not exist.", List.of()),
        new StreamsList(
            TEXT,
            List.of(
                SourceSummary.of("STREAM", "SENSOR_RAW", "SENSOR_RAW", "KAFKA", "AVRO", false),
                SourceSummary.of(
                    "STREAM",
                    "HEALTHSENSOR",
                    "HealthSensorInputTopic",
                    "KAFKA",
                    "DELIMITED",
                    false),
                SourceSummary.of("STREAM", "温度センサー", "température-ü", "KAFKA", "JSON", true)),
            List.of()),
        new StreamsList(TEXT, List.of(), List.of()),
        new StreamsList(TEXT, List.of(classic("STREAM")), List.of()),
        new TablesList(
            TEXT,
            List.of(SourceSummary.of("TABLE", "COUNTS", "COUNTS", "KAFKA", "JSON", true)),
            List.of()),
        new TablesList(TEXT, List.of(classic("TABLE")), List.of()),
        new SourceDescribed(TEXT, STREAM, List.of()),
        new SourceDescriptions(TEXT, List.of(TABLE, STREAM), List.of()),
        new QueriesList(TEXT, List.of(QUERY), List.of()),
        new QueryDescribed(TEXT, DESCRIPTION, List.of()),
        new QueryDescriptions(TEXT, List.of(DESCRIPTION), List.of()),
        new TopicsList(
            TEXT,
            List.of(
                new TopicsList.Topic("z", List.of(3, 2)),
                new TopicsList.Topic("HealthSensorInputTopic", List.of(1, 1, 1, 1))),
            List.of()),
        new TopicsExtendedList(
            TEXT,
            List.of(new TopicsExtendedList.Topic("HealthSensorInputTopic", List.of(1), 2, 1)),
            List.of()),
        new PropertiesList(
            TEXT,
            List.of(
                new PropertiesList.Property(
                    "ksql.streams.num.stream.threads", "KAFKA STREAMS", Optional.of("4"), true, ""),
                new PropertiesList.Property(
                    "ksql.service.id", "KSQL", Optional.of("default_"), false, "SERVER"),
                new PropertiesList.Property("ksql.none", "KSQL", Optional.empty(), false, "")),
            List.of(),
            List.of(),
            List.of()),
        new FunctionsList(
            TEXT,
            List.of(
                new FunctionsList.Function("UCASE", FunctionKind.SCALAR, "STRING"),
                new FunctionsList.Function("LCASE", FunctionKind.SCALAR, "STRING"),
                new FunctionsList.Function("ANOMALY", FunctionKind.SCALAR, "MACHINE LEARNING"),
                new FunctionsList.Function("MINE", FunctionKind.SCALAR, "")),
            List.of(new FunctionsList.Rejected("m.jar", "a.B", "No type.")),
            List.of()),
        new FunctionDescribed(
            TEXT,
            "CONCAT_WS",
            "Texts joined by a separator.\nNulls are left out.",
            "us",
            "",
            "internal",
            List.of(
                new FunctionDescribed.Variation(
                    List.of(
                        new FunctionDescribed.Argument(
                            "sep", "VARCHAR", "what stands between", false),
                        new FunctionDescribed.Argument("inputs", "VARCHAR", "", true)),
                    "VARCHAR",
                    "Joins texts.\nAll of them."),
                new FunctionDescribed.Variation(
                    List.of(new FunctionDescribed.Argument("", "INT", "", false)), "INT", "")),
            FunctionKind.SCALAR,
            List.of(new FunctionDescribed.Detail("Trained on", "heartbeats: 500 rows")),
            List.of()),
        new TypesList(
            TEXT,
            Map.of(
                "ADDRESS",
                FieldSchema.of(SqlTypes.struct().field("CITY", SqlTypes.STRING).build())),
            List.of()),
        new VariablesList(TEXT, List.of(new VariablesList.Variable("threshold", "1.3")), List.of()),
        new ConnectorCreated(
            TEXT,
            new ConnectorCreated.Connector("c", Map.of("k", "v"), List.of(), "sink"),
            List.of()),
        new ConnectorDropped(TEXT, "c", List.of()),
        new ConnectorsList(
            TEXT,
            List.of(
                new ConnectorsList.Connector(
                    "mqtt-source", "source", "org.example.MqttSource", "RUNNING (1/1 tasks)")),
            List.of()),
        new ConnectorPluginsList(
            TEXT,
            List.of(new ConnectorPluginsList.Plugin("org.example.MqttSource", "source", "1.0")),
            List.of()),
        new ConnectorDescribed(
            TEXT,
            "org.example.MqttSource",
            new ConnectorDescribed.Status(
                "c",
                new ConnectorDescribed.State("FAILED", "w:8083", Optional.of("oops")),
                List.of(
                    new ConnectorDescribed.TaskState(
                        0, "FAILED", "w:8083", Optional.of("oops\n\tat a.B.c(B.java)"))),
                "source"),
            List.of(STREAM),
            List.of("HealthSensorInputTopic"),
            List.of()),
        new TopicAsserted(TEXT, "t", true, List.of()),
        new SchemaAsserted(TEXT, Optional.of("t-value"), Optional.of(3), false, List.of()),
        new OtherEntity("news", TEXT, List.of(), Map.of("x", 1)));
  }

  private static SourceSummary classic(String type) {
    return new SourceSummary(type, "S", "t", "KAFKA", "JSON", true, Optional.of("JSON"));
  }
}
